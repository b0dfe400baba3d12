package org.vung.checks.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vung.checks.document.Block.Kind;

/**
 * One thing that a page tells to do.
 *
 * @param line of the page, from 1
 * @param does what it is
 * @param text the command, the Java, the text of the file, or why it is not done
 * @param shown what the page shows to come out; empty where it shows nothing
 * @param exit the exit code that a command is to end with
 * @param file the name of the file that is written; empty otherwise
 */
record Step(int line, Does does, String text, Optional<String> shown, int exit, String file) {

    /** Kinds of steps. */
    enum Does {
        COMMAND,
        JAVA,
        WRITING,
        NOTHING
    }

    static List<Step> of(Page page) {
        List<Step> steps = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block.is(Kind.NOT_RUN)) {
                String reason = block.mark().orElseThrow().words();
                steps.add(new Step(block.line(), Does.NOTHING, reason, Optional.empty(), 0, ""));
            } else if (block.is(Kind.FILE)) {
                String file = block.mark().orElseThrow().words();
                steps.add(new Step(block.line(), Does.WRITING, block.text(), Optional.empty(), 0, file));
            } else if (block.is(Kind.PRINTS)) {
                print(page, block, steps);
            } else if (block.language().equals("java")) {
                steps.add(new Step(block.line(), Does.JAVA, block.text(), Optional.empty(), 0, ""));
            } else if (block.language().equals("bash") || block.language().equals("console")) {
                commands(block, steps);
            }
        }
        return steps;
    }

    /** The text that the Java before it prints. */
    private static void print(Page page, Block block, List<Step> steps) {
        Step java = steps.isEmpty() ? null : steps.remove(steps.size() - 1);
        if (java == null || java.does != Does.JAVA) {
            throw new IllegalArgumentException(
                    page.name() + ":" + block.line() + ": what is printed must follow the Java that prints it");
        }
        steps.add(new Step(java.line, Does.JAVA, java.text, Optional.of(block.text()), 0, ""));
    }

    private static void commands(Block block, List<Step> steps) {
        boolean console = block.language().equals("console");
        int exit = block.is(Kind.EXIT)
                ? Integer.parseInt(block.mark().orElseThrow().words())
                : 0;
        List<String> lines = block.text().lines().toList();
        int last = -1;
        for (int at = 0; at < lines.size(); ) {
            int first = at;
            StringBuilder command =
                    new StringBuilder(console ? lines.get(at).replaceFirst("^\\$ ", "") : lines.get(at));
            at++;
            while (command.toString().endsWith("\\") && at < lines.size()) {
                command.setLength(command.length() - 1);
                command.append(lines.get(at++).strip());
            }
            StringBuilder shown = new StringBuilder();
            while (console && at < lines.size() && !lines.get(at).startsWith("$ ")) {
                shown.append(lines.get(at++)).append('\n');
            }
            String typed = command.toString().replaceFirst("\\s+#.*", "").strip();
            if (!typed.isEmpty() && !typed.startsWith("#")) {
                Optional<String> answer = shown.isEmpty() ? Optional.empty() : Optional.of(shown.toString());
                steps.add(new Step(block.line() + 1 + first, Does.COMMAND, typed, answer, 0, ""));
                last = steps.size() - 1;
            }
        }
        if (last >= 0 && exit != 0) {
            Step step = steps.get(last);
            steps.set(last, new Step(step.line, step.does, step.text, step.shown, exit, ""));
        }
    }

    /** Whether what came out is what the page shows: {@code …} stands for anything in a line, and alone for any lines. */
    static boolean alike(String shown, String came) {
        StringBuilder pattern = new StringBuilder();
        shown.lines().map(String::stripTrailing).forEach(line -> {
            if (line.equals("…")) {
                pattern.append("(?:.*\\n)*");
            } else {
                String[] fixed = line.split("…", -1);
                for (int at = 0; at < fixed.length; at++) {
                    pattern.append(at == 0 ? "" : ".*").append(Pattern.quote(fixed[at]));
                }
                pattern.append("\\n");
            }
        });
        StringBuilder plain = new StringBuilder();
        came.lines().forEach(line -> plain.append(line.stripTrailing()).append('\n'));
        return Pattern.matches(pattern.toString(), plain);
    }
}
