package org.vung.checks.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The Java of a page as one method, so that a block sees the variables of those before it. */
final class Snippets {

    private final Path folder;
    private final String name;
    private final List<Step> blocks;
    private String faults = "";

    Snippets(Path results, Page page, List<Step> blocks) {
        this.folder = results.resolve("classes");
        this.name = "Page" + Integer.toHexString(page.name().hashCode());
        this.blocks = blocks;
    }

    /** What the compiler said, or what was thrown; empty where all went well. */
    String faults() {
        return faults;
    }

    boolean compile() throws IOException {
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < blocks.size(); at++) {
            body.append("between.accept(").append(at).append(");\n");
            blocks.get(at)
                    .text()
                    .lines()
                    .forEach(line -> (line.startsWith("import ") ? imports : body)
                            .append(line)
                            .append('\n'));
        }
        Path source = Files.createDirectories(folder).resolve(name + ".java");
        Files.writeString(
                source,
                imports + "public class " + name
                        + " {\npublic static void run(java.util.function.IntConsumer between) throws Exception {\n"
                        + body
                        + "between.accept(" + blocks.size() + ");\n}\n}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                said,
                said,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        faults = code == 0 ? "" : said.toString(StandardCharsets.UTF_8);
        return code == 0;
    }

    /** Runs the method, which calls {@code between} with 0 before its first block and with their number at its end. */
    void run(IntConsumer between) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass(name).getMethod("run", IntConsumer.class).invoke(null, between);
        } catch (InvocationTargetException thrown) {
            faults = trace(thrown.getTargetException());
        } catch (ReflectiveOperationException | IOException failure) {
            faults = trace(failure);
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
