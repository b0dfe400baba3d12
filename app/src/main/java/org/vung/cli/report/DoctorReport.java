package org.vung.cli.report;

import java.util.Map;

/** The JSON of {@code vung doctor}. */
public final class DoctorReport {

    private DoctorReport() {}

    /**
     * The facts as properties of one object.
     *
     * @param facts names to numbers and texts
     * @return JSON text
     */
    public static String of(Map<String, Object> facts) {
        return Json.object(json -> facts.forEach((name, value) -> {
            json.writeName(name);
            Json.value(json, value);
        }));
    }
}
