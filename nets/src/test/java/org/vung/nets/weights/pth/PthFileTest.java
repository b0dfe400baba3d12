package org.vung.nets.weights.pth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.ElementType;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;
import org.vung.nets.weights.pickle.PickleWriter;

class PthFileTest {

    private static final byte[] SIX = TorchFiles.floats(1, 2, 3, 4, 5, 6);

    @Test
    void allLayoutsGiveTheSameWeights() throws WeightFileException {
        byte[] pickle = stateDict("conv.weight", "conv.bias");
        Map<String, byte[]> storages = storages();
        byte[] zip = TorchFiles.zip(pickle, storages);
        for (byte[] file : List.of(zip, TorchFiles.zip64(zip), TorchFiles.legacy(pickle, storages))) {
            Weights weights = read(file);
            assertThat(weights.names()).containsExactly("conv.weight", "conv.bias");
            assertThat(weights.get("conv.weight").dimensions()).containsExactly(2, 3);
            assertThat(weights.get("conv.weight").floats()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(weights.get("conv.bias").floats()).containsExactly(-0.5f, 0.25f);
            assertThat(weights.numbers()).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state_dict", "model_state_dict", "model", "any"})
    void aCheckpointsStateDictIsFoundUnderItsKey(String key) throws WeightFileException {
        PickleWriter pickle =
                new PickleWriter().ops("}(").text("epoch").whole(90).text("optimizer");
        pickle.op('}').text("state").op('}', 's').text(key).ops("}(").text("w").vector("FloatStorage", "0", 6);
        byte[] file = TorchFiles.zip(pickle.op('u', 'u').stop(), Map.of("0", SIX));
        assertThat(read(file).names()).containsExactly("w");
    }

    @Test
    void thePrefixOfDataParallelIsTakenOffWhereAllNamesHaveIt() throws WeightFileException {
        assertThat(read(TorchFiles.zip(stateDict("module.a", "module.b"), storages()))
                        .names())
                .containsExactly("a", "b");
        assertThat(read(TorchFiles.zip(stateDict("module.a", "b"), storages())).names())
                .containsExactly("module.a", "b");
    }

    @Test
    void stridedTensorsBecomeContiguous() throws WeightFileException {
        assertThat(tensor(0, new long[] {3, 2}, new long[] {1, 3})).containsExactly(1, 4, 2, 5, 3, 6); // transposed
        assertThat(tensor(2, new long[] {2}, new long[] {2})).containsExactly(3, 5); // offset, every second
        assertThat(tensor(5, new long[] {2, 2}, new long[] {0, 0})).containsExactly(6, 6, 6, 6); // expanded
        assertThat(tensor(1, new long[] {}, new long[] {})).containsExactly(2); // a single number
        assertThat(tensor(6, new long[] {0, 3}, new long[] {3, 1})).isEmpty();
        assertThat(tensor(0, new long[] {2, 1, 3}, new long[] {3, 99, 1})).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void theVersionsOnADictAndTheKindOfParameterAreReadAndIgnored() throws WeightFileException {
        PickleWriter pickle = new PickleWriter()
                .global("collections", "OrderedDict")
                .op(')', 'R')
                .text("w");
        pickle.global("torch._utils", "_rebuild_parameter").op('(').vector("FloatStorage", "0", 6);
        pickle.op(0x88).global("collections", "OrderedDict").op(')', 'R', 't', 'R', 's');
        pickle.op('}').text("_metadata").op('}', 's', 'b');
        assertThat(read(TorchFiles.zip(pickle.stop(), Map.of("0", SIX)))
                        .get("w")
                        .floats())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void storagesOfOtherTypesAndOrdersAreRead() throws WeightFileException {
        byte[] pickle = new PickleWriter()
                .ops("}(")
                .text("long")
                .vector("LongStorage", "0", 1)
                .text("half")
                .vector("HalfStorage", "1", 2)
                .text("bfloat")
                .vector("BFloat16Storage", "2", 1)
                .text("bool")
                .vector("BoolStorage", "3", 2)
                .op('u')
                .stop();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("x/data.pkl", pickle);
        entries.put("x/byteorder", "big".getBytes(StandardCharsets.UTF_8));
        entries.put("x/data/0", new byte[] {0, 0, 0, 0, 0, 0, 1, 2});
        entries.put("x/data/1", new byte[] {0x3C, 0, (byte) 0xC1, 0});
        entries.put("x/data/2", new byte[] {0x3F, (byte) 0x80});
        entries.put("x/data/3", new byte[] {0, 1});
        Weights weights = read(TorchFiles.zip(entries, ZipEntry.STORED));
        assertThat(weights.get("long").floats()).containsExactly(258);
        assertThat(weights.get("half").floats()).containsExactly(1, -2.5f);
        assertThat(weights.get("bfloat").floats()).containsExactly(1);
        assertThat(weights.get("bool").floats()).containsExactly(0, 1);
        assertThat(weights.get("bool").type()).isEqualTo(ElementType.BOOL);
    }

    @Test
    void aFileWithoutADictOfTensorsIsRefused() {
        assertThatThrownBy(() -> read(TorchFiles.zip(new PickleWriter().ops("]").stop(), Map.of())))
                .hasMessage("test: the file must hold a dict of tensors, got a list or set; save model.state_dict()");
        assertThatThrownBy(() -> read(TorchFiles.zip(new PickleWriter().ops("}").stop(), Map.of())))
                .hasMessageContaining("got 0 in a dict of 0 entries");
    }

    private static float[] tensor(long offset, long[] size, long[] strides) throws WeightFileException {
        byte[] pickle = new PickleWriter()
                .op('}')
                .text("w")
                .tensor("FloatStorage", "0", 6, offset, size, strides)
                .op('s')
                .stop();
        return read(TorchFiles.legacy(pickle, Map.of("0", SIX))).get("w").floats();
    }

    /** A weight of [2, 3] and a bias of [2]. */
    private static byte[] stateDict(String weight, String bias) {
        return new PickleWriter()
                .global("collections", "OrderedDict")
                .ops(")R(")
                .text(weight)
                .tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, new long[] {3, 1})
                .text(bias)
                .vector("FloatStorage", "1", 2)
                .op('u')
                .stop();
    }

    private static Map<String, byte[]> storages() {
        Map<String, byte[]> storages = new LinkedHashMap<>();
        storages.put("0", SIX);
        storages.put("1", TorchFiles.floats(-0.5f, 0.25f));
        return storages;
    }

    private static Weights read(byte[] file) throws WeightFileException {
        return PthFile.read(Bytes.of("test", file));
    }

    /** Made by checks/peers/fixtures_weights.py with Python's own pickle and zipfile. */
    @ParameterizedTest
    @CsvSource({"zip2", "zip3", "zip4", "zip5", "legacy2", "legacy4"})
    void whatPythonWroteIsRead(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name + ".pth"))) {
            Weights weights = read(in.readAllBytes());
            assertThat(weights.names()).containsExactly("conv.weight", "conv.bias", "norm.num_batches_tracked");
            assertThat(weights.get("conv.weight").dimensions()).containsExactly(3, 2);
            assertThat(weights.get("conv.weight").floats()).containsExactly(0, 3, 1, 4, 2, 5);
            assertThat(weights.get("conv.bias").floats()).containsExactly(0.5f, -2);
            assertThat(weights.get("norm.num_batches_tracked").floats()).containsExactly(1234);
        }
    }
}
