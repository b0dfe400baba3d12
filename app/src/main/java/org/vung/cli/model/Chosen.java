package org.vung.cli.model;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vung.nets.graph.Graph;
import org.vung.nets.layer.Extent;
import org.vung.nets.model.Models;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The network that a command is about. */
final class Chosen {

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})[x×]([1-9]\\d{0,5})");

    @Parameters(
            paramLabel = "NAME",
            description = "A network's name (see vung model list), a model file, or a graph file such as net.json.")
    private String name = "";

    @Option(
            names = "--size",
            paramLabel = "HxW",
            description = "Height and width of the image, such as 512x512. Default: the network's own.")
    private @Nullable String size;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    String name() {
        return name;
    }

    /** The network, at the size that was asked for. */
    Graph graph() throws IOException {
        return found().graph();
    }

    /** The network at the size that was asked for, and its numbers. */
    Networks.Found found() throws IOException {
        check();
        Extent extent = extent();
        Networks.Found found = Networks.find(name);
        return extent == null ? found : found.sized(extent);
    }

    /** Refuses a name that is none. */
    void check() {
        if (Networks.isUnknown(name)) {
            try {
                Models.named(name);
            } catch (IllegalArgumentException unknown) {
                throw wrong(unknown.getMessage() + "; or name a model file or a graph file such as net.json");
            }
        }
    }

    private @Nullable Extent extent() {
        if (size == null) {
            return null;
        }
        Matcher parts = SIZE.matcher(size);
        if (!parts.matches()) {
            throw wrong("--size must be height x width, 1x1 … 999999x999999, got '" + size + "'");
        }
        return new Extent(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private ParameterException wrong(String message) {
        CommandLine line = spec.commandLine();
        return new ParameterException(line, message);
    }
}
