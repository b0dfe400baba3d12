package org.vung.checks.peer;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Something a Python script can ask the {@link Worker} to do. */
@FunctionalInterface
public interface Task {

    /**
     * Does it.
     *
     * @param request the whole JSON object the script sent
     * @return what to send back: texts, numbers, lists of them
     * @throws IOException if an array file cannot be read or written
     */
    Map<String, Object> run(JsonNode request) throws IOException;
}
