package org.vung.cli.input;

import org.vung.catalog.Catalog;
import picocli.CommandLine.Option;

/** The option that lets a method be a program of others. */
public final class Trusting {

    @Option(
            names = "--trust-code",
            description =
                    "Open -m FILE.pt, a TorchScript program that could do what you can do. Only from where you trust.")
    private boolean code;

    /** Nothing trusted. */
    public Trusting() {}

    /**
     * What was typed.
     *
     * @return whether programs may be opened
     */
    public Catalog.Trust trust() {
        return code ? Catalog.Trust.CODE : Catalog.Trust.DATA;
    }
}
