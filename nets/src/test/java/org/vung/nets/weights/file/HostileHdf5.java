package org.vung.nets.weights.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** HDF5 files that are cut or scrambled. */
final class HostileHdf5 {

    private static final String ANY = "HDF5 file must be whole";

    private HostileHdf5() {}

    static Stream<HostileFile> files(Path folder) throws IOException {
        byte[] good = Files.readAllBytes(KerasFixture.write(folder.resolve("good.h5"), "dense_1"));
        byte[] lost = Files.readAllBytes(KerasFixture.write(folder.resolve("lost.h5"), "dense_9"));
        byte[] garbage = new byte[4096];
        new Random(5).nextBytes(garbage);
        System.arraycopy(good, 0, garbage, 0, 8);
        Stream<HostileFile> cut = IntStream.of(8, 9, 40, 96, 97, 200, good.length / 2)
                .mapToObj(length -> new HostileFile("cut at " + length, Arrays.copyOf(good, length), ANY));
        Stream<HostileFile> scrambled = Stream.of(
                new HostileFile("garbage behind the signature", garbage, ANY),
                new HostileFile("zeros behind the signature", Arrays.copyOf(Arrays.copyOf(good, 8), 4096), ANY),
                new HostileFile("a layer that is not there", lost, "the file must hold dense_9 that its lists name"));
        return Stream.concat(cut, scrambled);
    }
}
