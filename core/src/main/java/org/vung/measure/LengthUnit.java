package org.vung.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A unit of length, by the name that stands in columns and rules: {@code um} for µm, {@code um2} for its square. */
public enum LengthUnit {

    /** Nanometre. */
    NM("nm", 1e-9),

    /** Micrometre. */
    UM("um", 1e-6),

    /** Millimetre. */
    MM("mm", 1e-3),

    /** Centimetre. */
    CM("cm", 1e-2),

    /** Metre. */
    M("m", 1),

    /** Hectometre, whose square is the hectare. */
    HM("hm", 1e2),

    /** Kilometre. */
    KM("km", 1e3);

    private static final String HECTARE = "ha";

    private final String symbol;
    private final double metres;

    LengthUnit(String symbol, double metres) {
        this.symbol = symbol;
        this.metres = metres;
    }

    /**
     * The name of the unit.
     *
     * @return such as {@code um}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * The name of its square.
     *
     * @return such as {@code um2}; {@code ha} of the hectometre
     */
    public String square() {
        return this == HM ? HECTARE : symbol + "2";
    }

    /**
     * How long it is.
     *
     * @return metres
     */
    public double metres() {
        return metres;
    }

    /**
     * The unit of a name.
     *
     * @param symbol such as {@code um} or {@code µm}
     * @return empty where it is not known
     */
    public static Optional<LengthUnit> of(String symbol) {
        String plain = plain(symbol);
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(plain)).findFirst();
    }

    /**
     * The unit whose square has a name.
     *
     * @param square such as {@code um2}, {@code m²} or {@code ha}
     * @return empty where it is not known
     */
    public static Optional<LengthUnit> ofSquare(String square) {
        String plain = plain(square);
        return Arrays.stream(values())
                .filter(unit -> unit.square().equals(plain))
                .findFirst();
    }

    /** µ comes as the micro sign and as the Greek letter. */
    private static String plain(String symbol) {
        return symbol.strip().replace('µ', 'u').replace('μ', 'u').replace('²', '2');
    }

    /**
     * The names of all units.
     *
     * @return from the smallest on
     */
    public static List<String> symbols() {
        return Arrays.stream(values()).map(LengthUnit::symbol).toList();
    }

    /**
     * The names of all squares.
     *
     * @return from the smallest on
     */
    public static List<String> squares() {
        return Arrays.stream(values()).map(LengthUnit::square).toList();
    }
}
