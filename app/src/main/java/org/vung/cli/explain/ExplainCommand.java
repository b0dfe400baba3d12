package org.vung.cli.explain;

import java.util.List;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vung explain}: what a method or layer does, in numbers and a picture. */
@Command(
        name = "explain",
        description = "Shows what a method or layer does, in numbers and a picture.",
        synopsisSubcommandLabel = "TOPIC",
        commandListHeading = "%nTopics:%n",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung explain meanshift photo.jpg --start 90 --bandwidth 12 -o modes.png",
            "  vung explain conv-transpose --width 2 --stride 3 --kernel 2 --output-padding 2"
        })
public final class ExplainCommand implements Runnable {

    private static final List<String> TOPICS =
            List.of("meanshift", "upsample", "unpool", "bed-of-nails", "conv", "conv-transpose", "dilate", "fcn");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private ExplainCommand() {}

    /**
     * The command with the topic that is called, or with all topics where that is none of them.
     *
     * @param terminal to answer on
     * @param words after the command; none where another command is called
     * @return a command line to add to the main one
     */
    public static CommandLine of(Terminal terminal, List<String> words) {
        CommandLine line = new CommandLine(new ExplainCommand());
        for (String topic : words.isEmpty() ? List.<String>of() : TOPICS) {
            if (!TOPICS.contains(words.get(0)) || topic.equals(words.get(0))) {
                line.addSubcommand(topic, topic(topic, terminal));
            }
        }
        return line;
    }

    private static Object topic(String name, Terminal terminal) {
        return switch (name) {
            case "upsample" -> new UpsampleTopic(terminal);
            case "unpool" -> new UnpoolTopic(terminal);
            case "bed-of-nails" -> new BedOfNailsTopic(terminal);
            case "conv" -> new ConvTopic(terminal);
            case "conv-transpose" -> new ConvTransposeTopic(terminal);
            case "dilate" -> new DilateTopic(terminal);
            case "fcn" -> new FcnTopic(terminal);
            default -> new MeanShiftTopic(terminal);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "topic must be one of " + String.join(", ", TOPICS) + ", got none");
    }
}
