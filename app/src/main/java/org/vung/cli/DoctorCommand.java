package org.vung.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vung.cli.report.DoctorReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import org.vung.image.codec.Limits;
import org.vung.torch.device.Cuda;
import org.vung.torch.device.DeviceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vung doctor}: what this machine gives, and what vung allows itself. */
@Command(
        name = "doctor",
        description =
                "Tells what this machine has: Java, cores, libtorch with or without CUDA, memory, and the limits images are held to.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listen(talk);
        Map<String, Object> facts = facts();
        if (json) {
            terminal.result(DoctorReport.of(facts));
        } else {
            facts.forEach((name, value) -> terminal.result(String.format("%-18s %s", name.replace('_', ' '), value)));
        }
        return 0;
    }

    private static Map<String, Object> facts() {
        Limits limits = Limits.standard();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("vung", Version.text());
        facts.put("java", Runtime.version().toString());
        facts.put("java_home", System.getProperty("java.home"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("libtorch", libtorch());
        facts.put("heap_mib", Runtime.getRuntime().maxMemory() >> 20);
        facts.put("max_pixels", limits.pixels());
        facts.put("max_image_mib", limits.bytes() >> 20);
        facts.put("max_file_mib", limits.fileBytes() >> 20);
        facts.put("max_pages", limits.pages());
        return facts;
    }

    private static String libtorch() {
        try {
            return Cuda.found().toString();
        } catch (DeviceException missing) {
            return "none: " + missing.getMessage();
        }
    }
}
