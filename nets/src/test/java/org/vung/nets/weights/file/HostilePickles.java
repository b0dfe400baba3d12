package org.vung.nets.weights.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vung.nets.weights.pickle.PickleWriter;
import org.vung.nets.weights.pth.TorchFiles;

/** Pickles that want to run something, or to grow without end. The marker is a file that must never appear. */
final class HostilePickles {

    private static final byte[] SIX = TorchFiles.floats(1, 2, 3, 4, 5, 6);

    private HostilePickles() {}

    static Stream<HostileFile> calls(String marker) {
        List<HostileFile> files = new ArrayList<>();
        String touch = "touch " + marker;
        for (String name : List.of(
                "os.system",
                "posix.system",
                "nt.system",
                "builtins.eval",
                "builtins.exec",
                "builtins.getattr",
                "__builtin__.eval",
                "subprocess.Popen",
                "importlib.import_module",
                "torch.load",
                "torch._utils._rebuild_sparse_tensor",
                "torch.ComplexFloatStorage",
                "collections.OrderedDict.fromkeys",
                "java.lang.Runtime")) {
            int dot = name.lastIndexOf('.');
            PickleWriter pickle = new PickleWriter().global(name.substring(0, dot), name.substring(dot + 1));
            files.add(file("GLOBAL " + name, pickle.op('(').text(touch).op('t', 'R'), "it names " + name + ", which"));
        }
        files.add(file(
                "STACK_GLOBAL os.system",
                new PickleWriter().text("os").text("system").op(0x93),
                "it names os.system, which weights never need; nothing was run"));
        files.add(file("INST", new PickleWriter().op('(').text(touch).ops("ios\nsystem\n"), "makes os.system (INST)"));
        files.add(file(
                "OBJ",
                new PickleWriter()
                        .op('(')
                        .global("collections", "OrderedDict")
                        .text(touch)
                        .op('o'),
                "makes an object (OBJ)"));
        files.add(file(
                "NEWOBJ",
                new PickleWriter().global("collections", "OrderedDict").op(')', 0x81),
                "makes an object (NEWOBJ)"));
        files.add(file("NEWOBJ_EX", new PickleWriter().op('N', ')', '}', 0x92), "makes an object (NEWOBJ_EX)"));
        files.add(file("EXT1", new PickleWriter().op(0x82, 1), "makes a registered name (EXT1)"));
        files.add(file(
                "REDUCE of what REDUCE made",
                new PickleWriter()
                        .global("collections", "OrderedDict")
                        .ops(")R(")
                        .text(touch)
                        .op('t', 'R'),
                "it calls a dict (REDUCE)"));
        files.add(file("REDUCE of a text", new PickleWriter().text("eval").ops(")R"), "it calls a text (REDUCE)"));
        files.add(file(
                "REDUCE of a storage type",
                new PickleWriter().global("torch", "FloatStorage").ops(")R"),
                "it calls the storage type FLOAT32 (REDUCE)"));
        files.add(file("BUILD of a list", new PickleWriter().ops("]}b"), "it sets the state of a list or set (BUILD)"));
        files.add(file(
                "BUILD of a function",
                new PickleWriter().global("torch", "device").ops("}b"),
                "it sets the state of the name torch.device (BUILD)"));
        files.add(file(
                "a name that steers the terminal",
                new PickleWriter().global("os\u001b[2J", "system\r"),
                "it names os?[2J.system?, which"));
        files.add(file("PERSID", new PickleWriter().ops("Pmodule\n"), "got byte 80"));
        files.add(
                file("a saved module", new PickleWriter().op('(').text("module").op('t', 'Q'), "holds a saved module"));
        return files.stream();
    }

    static Stream<HostileFile> sizes() {
        return Stream.of(
                file("memo index of 2^32 - 1", new PickleWriter().op('N', 'r').u32(-1), "indexes below 1048576"),
                file("memo that was never filled", new PickleWriter().op('h', 7), "must hold index 7"),
                file(
                        "LONG4 of 2^31 bytes",
                        new PickleWriter().op(0x8b).u32(1L << 31),
                        "at most 32 bytes, got 2147483648"),
                file("text beyond the file", new PickleWriter().op('X').u32(1 << 20), "1048576 more are needed"),
                file("text of 4 GB", new PickleWriter().op('X').u32(-1), "at most 16777216 bytes, got 4294967295"),
                file("text of 2^63", new PickleWriter().op(0x8d).u32(0).u32(1L << 31), "got 9223372036854775808"),
                file("deep nesting", new PickleWriter().ops("(".repeat(2000)), "nest at most 1000 deep"),
                file("endless lists", new PickleWriter().ops("]".repeat(70_000)), "hold at most 65536 values"),
                file("endless MARK", new PickleWriter().ops("(".repeat(9_000_000)), "nest at most 1000 deep"),
                file("endless instructions", new PickleWriter().ops("N0".repeat(2_000_000)), "4000000 instructions"),
                file(
                        "nested lists appended",
                        new PickleWriter().ops("]".repeat(60_000) + "a".repeat(59_999)),
                        "got a list"),
                file("a list in itself", new PickleWriter().ops("]q\0h\0a"), "got a list or set"),
                file("billion laughs", laughs(), "got a tuple"),
                file("a tuple as key", new PickleWriter().ops("})Ns"), "keys that are texts or numbers, got a tuple"),
                file("odd pairs", new PickleWriter().ops("}(NNNu"), "as many values as keys, got 3"),
                file("empty stack", new PickleWriter().ops("0"), "empty stack"),
                file("value below the mark", new PickleWriter().ops("N(0"), "empty stack"),
                file("missing mark", new PickleWriter().ops("t"), "lacks a mark"),
                file("append to None", new PickleWriter().ops("NNa"), "must be List, got none"),
                file("protocol 77", new PickleWriter().op(0x80, 77), "got PROTO"),
                file("name without end", new PickleWriter().ops("c" + "x".repeat(5000)), "at most 256 characters"),
                file("damaged UTF-8", new PickleWriter().op('X').u32(2).op(0xC3, 0x28), "must be UTF-8"),
                file("unknown instruction", new PickleWriter().op(0xFF), "got byte 255"),
                new HostileFile("no protocol", TorchFiles.zip(new byte[] {'}', '.'}, Map.of()), "got EMPTY_DICT"));
    }

    static Stream<HostileFile> tensors() {
        return Stream.of(
                tensor(
                        "storage longer than its entry",
                        1000,
                        0,
                        1000,
                        1,
                        "must have 1000 numbers of FLOAT32, got 24 bytes"),
                tensor("storage of 2^62 numbers", 1L << 62, 0, 6, 1, "got 24 bytes"),
                tensor("negative numbers", -6, 0, 6, 1, "whole numbers from 0 on, got -6"),
                tensor("negative stride", 6, 5, 6, -1, "whole numbers from 0 on, got -1"),
                tensor("negative size", 6, 0, -6, 1, "whole numbers from 0 on, got -6"),
                tensor("size of 2^31", 6, 0, 1L << 31, 1, "sizes below 2^31, got 2147483648"),
                tensor("offset beyond the storage", 6, 7, 1, 1, "must lie within the 24 bytes"),
                tensor("offset of 2^62", 6, 1L << 62, 1, 1, "must lie within"),
                tensor("stride beyond the storage", 6, 0, 2, 6, "got bytes 0 to 28"),
                tensor("stride of 2^62", 6, 0, 5, 1L << 62, "places beyond 2^63"),
                tensor("numbers without end by stride 0", 6, 0, 1L << 30, 0, "at most 16777216 numbers out of the 6"),
                file(
                        "sizes that overflow",
                        dict().tensor("FloatStorage", "0", 6, 0, new long[] {1L << 30, 1L << 30, 1L << 30}, new long[3])
                                .op('s'),
                        "must multiply to less than 2^63"),
                file(
                        "more sizes than strides",
                        dict().tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, new long[] {1})
                                .op('s'),
                        "must be as many as the 2 dimensions"),
                file(
                        "a storage that is not there",
                        dict().vector("FloatStorage", "1", 6).op('s'),
                        "must hold net/data/1"),
                file(
                        "a storage out of the folder",
                        dict().vector("FloatStorage", "../0", 6).op('s'),
                        "net/data/../0"),
                file(
                        "a storage of two types",
                        dict().vector("FloatStorage", "0", 6)
                                .op('s')
                                .text("v")
                                .vector("LongStorage", "0", 3)
                                .op('s'),
                        "must always be 6 of FLOAT32, got 3 of INT64"),
                file(
                        "a tensor of a text",
                        dict().global("torch._utils", "_rebuild_tensor_v2")
                                .op('(')
                                .text("x")
                                .op('t', 'R', 's'),
                        "must be a Storage at place 0, got a text"),
                file(
                        "a tensor of nothing",
                        dict().global("torch._utils", "_rebuild_tensor_v2").ops(")Rs"),
                        "must be at least 1, got 0"));
    }

    /** A tuple of two of the same tuple, and so on: 2⁴⁰⁰ values to whoever walks them. */
    private static PickleWriter laughs() {
        return new PickleWriter().ops("N" + "2\u0086".repeat(400));
    }

    private static PickleWriter dict() {
        return new PickleWriter().op('}').text("w");
    }

    private static HostileFile tensor(String name, long numbers, long offset, long size, long stride, String words) {
        return file(
                name,
                dict().tensor("FloatStorage", "0", numbers, offset, new long[] {size}, new long[] {stride})
                        .op('s'),
                words);
    }

    private static HostileFile file(String name, PickleWriter pickle, String words) {
        return new HostileFile(name, TorchFiles.zip(pickle.stop(), Map.of("0", SIX)), words);
    }
}
