package org.vung.checks.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vung.checks.document.Step.Does;
import org.vung.cli.Vung;

/**
 * Does what the pages say, in a process of its own whose working folder is a scratch one: commands of Vung through the command line's
 * entry, others by bash, Java compiled page by page. One process for all, since libtorch takes seconds to load.
 */
final class Walker {

    private final Path root;
    private final Path scratch = Path.of("").toAbsolutePath();
    private final Path results;

    private Walker(Path root, Path results) {
        this.root = root;
        this.results = results;
    }

    /**
     * Walks all pages.
     *
     * @param args the root of the project; where outcomes and pictures are laid down; names of pages, none or an empty one for all
     */
    public static void main(String[] args) throws Exception {
        Walker walker = new Walker(Path.of(args[0]), Path.of(args[1]));
        List<String> only = List.of(args).subList(2, args.length).stream()
                .filter(name -> !name.isEmpty())
                .toList();
        for (List<Page> walk : Documents.walks(walker.root)) {
            if (only.isEmpty() || walk.stream().anyMatch(page -> only.contains(page.name()))) {
                walker.begin();
                for (Page page : walk) {
                    walker.read(page);
                }
                walker.keepPictures();
            }
        }
        System.exit(0); // whatever threads a page has left
    }

    /** An empty folder with what a clone has: examples, plans, and where pictures lie. */
    private void begin() throws IOException {
        Files.walkFileTree(scratch, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error) throws IOException {
                if (!folder.equals(scratch)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (String folder : List.of("examples", "plans")) {
            Files.createDirectory(scratch.resolve(folder));
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, scratch.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        Files.createDirectories(scratch.resolve("docs/pictures"));
    }

    private void keepPictures() throws IOException {
        Path kept = Files.createDirectories(results.resolve("pictures"));
        try (Stream<Path> files = Files.list(scratch.resolve("docs/pictures"))) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void read(Page page) throws IOException {
        List<Step> steps = Step.of(page);
        List<Step> java =
                steps.stream().filter(step -> step.does() == Does.JAVA).toList();
        Snippets snippets = new Snippets(results, page, java);
        Reader reader = new Reader(page, steps);
        if (!java.isEmpty() && snippets.compile()) {
            snippets.run(reader::upTo);
        }
        int done = reader.done;
        reader.upTo(Integer.MAX_VALUE);
        if (!snippets.faults().isEmpty()) {
            for (Step step : java.subList(done, java.size())) {
                new Outcome(1, 0, snippets.faults()).write(results, page, step);
            }
        }
    }

    /** Goes through the steps of a page; its Java calls it between two blocks. */
    private final class Reader {

        private final Page page;
        private final List<Step> steps;
        private final PrintStream usual = System.out;
        private int at;
        private int done;
        private long start;
        private ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Reader(Page page, List<Step> steps) {
            this.page = page;
            this.steps = steps;
        }

        /** Ends the Java block at work, if one is, and does all up to the Java block of that number. */
        void upTo(int block) {
            System.setOut(usual);
            try {
                while (at < steps.size() && (steps.get(at).does() != Does.JAVA || done < block)) {
                    if (steps.get(at).does() == Does.JAVA) {
                        outcome(steps.get(at++), 0, printed.toString(StandardCharsets.UTF_8));
                        done++;
                    } else {
                        start = System.nanoTime();
                        perform(steps.get(at++));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            start = System.nanoTime();
            printed = new ByteArrayOutputStream();
            if (at < steps.size()) {
                System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            }
        }

        private void perform(Step step) throws IOException {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            int exit = 0;
            try (PrintStream both = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
                if (step.does() == Does.WRITING) {
                    Files.createDirectories(scratch.resolve(step.file()).resolveSibling(""));
                    Files.writeString(scratch.resolve(step.file()), step.text());
                } else if (step.text().startsWith("./vung")) {
                    List<String> words = Words.of(step.text());
                    exit = Vung.run(
                            words.subList(1, words.size()).toArray(String[]::new),
                            new ByteArrayInputStream(new byte[0]),
                            both,
                            both);
                } else if (step.does() == Does.COMMAND) {
                    Process shell = new ProcessBuilder("bash", "-c", step.text())
                            .directory(scratch.toFile())
                            .redirectErrorStream(true)
                            .start();
                    both.write(shell.getInputStream().readAllBytes());
                    exit = shell.waitFor();
                }
            } catch (RuntimeException | InterruptedException failure) {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                heard.writeBytes(trace.toString().getBytes(StandardCharsets.UTF_8));
                exit = 1;
            }
            outcome(step, exit, heard.toString(StandardCharsets.UTF_8));
        }

        private void outcome(Step step, int exit, String output) throws IOException {
            new Outcome(exit, (System.nanoTime() - start) / 1e9, output).write(results, page, step);
        }
    }
}
