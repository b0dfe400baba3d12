package org.vung.nets.weights.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.pickle.Values.None;

/** The instructions of a pickle, protocols 2 to 5, by the names {@code pickletools} gives them. */
enum Opcode {
    PROTO(0x80, Unpickler::protocol),
    FRAME(0x95, machine -> machine.in().u64()),
    STOP('.', Unpickler::stop),
    MARK('(', machine -> machine.stack().mark()),
    POP('0', machine -> machine.stack().pop()),
    POP_MARK('1', machine -> machine.stack().popToMark()),
    DUP('2', machine -> machine.push(machine.stack().peek())),

    NONE('N', machine -> machine.push(None.NONE)),
    NEWTRUE(0x88, machine -> machine.push(true)),
    NEWFALSE(0x89, machine -> machine.push(false)),
    BININT('J', machine -> machine.push((long) (int) machine.in().u32())),
    BININT1('K', machine -> machine.push((long) machine.in().u8())),
    BININT2('M', machine -> machine.push((long) machine.in().u16())),
    LONG1(0x8a, machine -> machine.push(whole(machine.in().u8(), machine))),
    LONG4(0x8b, machine -> machine.push(whole(machine.in().u32(), machine))),
    BINFLOAT(
            'G',
            machine -> machine.push(
                    Double.longBitsToDouble(Long.reverseBytes(machine.in().u64())))),

    BINUNICODE('X', machine -> machine.push(machine.in().text(machine.in().u32()))),
    SHORT_BINUNICODE(
            0x8c, machine -> machine.push(machine.in().text(machine.in().u8()))),
    BINUNICODE8(0x8d, machine -> machine.push(machine.in().text(machine.in().u64()))),
    BINSTRING('T', machine -> machine.push(machine.in().looseText(machine.in().u32()))),
    SHORT_BINSTRING(
            'U', machine -> machine.push(machine.in().looseText(machine.in().u8()))),
    BINBYTES('B', machine -> machine.push(machine.in().take(machine.in().u32()))),
    SHORT_BINBYTES('C', machine -> machine.push(machine.in().take(machine.in().u8()))),
    BINBYTES8(0x8e, machine -> machine.push(machine.in().take(machine.in().u64()))),

    EMPTY_TUPLE(')', machine -> machine.tuple(0)),
    TUPLE1(0x85, machine -> machine.tuple(1)),
    TUPLE2(0x86, machine -> machine.tuple(2)),
    TUPLE3(0x87, machine -> machine.tuple(3)),
    TUPLE('t', machine -> machine.push(new Values.Tuple(machine.stack().popToMark()))),
    EMPTY_LIST(']', machine -> machine.push(new ArrayList<>())),
    APPEND('a', machine -> machine.append(machine.stack().pop(1))),
    APPENDS('e', machine -> machine.append(machine.stack().popToMark())),
    EMPTY_DICT('}', machine -> machine.push(new LinkedHashMap<>())),
    SETITEM('s', machine -> machine.put(machine.stack().pop(2))),
    SETITEMS('u', machine -> machine.put(machine.stack().popToMark())),
    EMPTY_SET(0x8f, machine -> machine.push(new LinkedHashSet<>())),
    ADDITEMS(0x90, machine -> machine.add(machine.stack().popToMark())),

    BINPUT('q', machine -> machine.stack().remember(machine.in().u8())),
    LONG_BINPUT('r', machine -> machine.stack().remember(machine.in().u32())),
    MEMOIZE(0x94, machine -> machine.stack().rememberNext()),
    BINGET('h', machine -> machine.stack().recall(machine.in().u8())),
    LONG_BINGET('j', machine -> machine.stack().recall(machine.in().u32())),

    GLOBAL('c', machine -> machine.global(machine.in().line(), machine.in().line())),
    STACK_GLOBAL(0x93, Unpickler::stackGlobal),
    REDUCE('R', Unpickler::reduce),
    BUILD('b', Unpickler::build),
    BINPERSID('Q', Unpickler::storage),

    INST('i', machine -> {
        throw machine.construction(
                "INST", machine.in().line() + "." + machine.in().line());
    }),
    OBJ('o', machine -> {
        throw machine.construction("OBJ", "an object");
    }),
    NEWOBJ(0x81, machine -> {
        throw machine.construction("NEWOBJ", "an object");
    }),
    NEWOBJ_EX(0x92, machine -> {
        throw machine.construction("NEWOBJ_EX", "an object");
    }),
    EXT1(0x82, machine -> {
        throw machine.construction("EXT1", "a registered name");
    }),
    EXT2(0x83, machine -> {
        throw machine.construction("EXT2", "a registered name");
    }),
    EXT4(0x84, machine -> {
        throw machine.construction("EXT4", "a registered name");
    });

    /** The longest whole number that PyTorch writes, its magic number, has 10 bytes. */
    private static final int MOST_WHOLE = 32;

    private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[256];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    /** What an instruction does to the machine. */
    @FunctionalInterface
    private interface Action {
        void on(Unpickler machine) throws WeightFileException;
    }

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final Action action;

    Opcode(int code, Action action) {
        this.code = code;
        this.action = action;
    }

    /** The instruction of a byte, if it is one we know. */
    static @Nullable Opcode of(int code) {
        return BY_CODE[code];
    }

    void run(Unpickler machine) throws WeightFileException {
        action.on(machine);
    }

    /** Two's complement, little-endian. */
    private static Object whole(long length, Unpickler machine) throws WeightFileException {
        if (length > MOST_WHOLE) {
            throw machine.in()
                    .bytes()
                    .bad("whole numbers must have at most " + MOST_WHOLE + " bytes, got " + length
                            + "; the file is damaged");
        }
        byte[] bytes = machine.in().take(length);
        BigInteger whole = BigInteger.ZERO;
        for (int i = 0; i < bytes.length; i++) {
            int digit = i == bytes.length - 1 ? bytes[i] : bytes[i] & 0xFF;
            whole = whole.add(BigInteger.valueOf(digit).shiftLeft(8 * i));
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
