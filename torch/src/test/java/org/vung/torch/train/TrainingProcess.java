package org.vung.torch.train;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vung.torch.parallel.GlooGroup;
import org.vung.torch.parallel.Group;
import org.vung.torch.parallel.GroupException;
import org.vung.torch.parallel.Place;

/** One of the processes of {@link GroupTrainingTest}. */
public final class TrainingProcess {

    private TrainingProcess() {}

    /**
     * Trains twice, tells where it listens, then loses its last member.
     *
     * @param args the folder
     * @throws IOException if something cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Place place = Place.of(System.getenv()).orElseThrow();
        try (Group group = GlooGroup.join(place, "127.0.0.1", Duration.ofSeconds(60))) {
            SmallTraining.run(folder.resolve("plain"), group, 2, false);
            SmallTraining.run(folder.resolve("norms"), group, 2, true);
            System.out.println("listens on " + listening());
            System.out.flush();
            if (group.rank() == group.ranks() - 1) {
                Runtime.getRuntime().halt(9);
            }
            group.mean(1);
        } catch (GroupException lost) {
            System.out.println("lost: " + lost.getMessage());
        }
    }

    /** The addresses of this process's listening sockets, as /proc/net/tcp writes them. */
    private static List<String> listening() throws IOException {
        Set<String> own = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path each : all) {
                if (Files.isSymbolicLink(each)) {
                    own.add(Files.readSymbolicLink(each).toString());
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] words = line.strip().split("\\s+", -1);
                if (words[3].equals("0A") && own.contains("socket:[" + words[9] + "]")) {
                    addresses.add(words[1].substring(0, words[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }
}
