package org.vung.cli.input;

import org.vung.torch.device.Device;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says where a network runs. */
public final class Placing {

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = {
                "Where a .vung or .pt network runs: auto, cpu or cuda; auto is cuda where there is a device for it.",
                "Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "auto",
            converter = Reader.class)
    private Device device = Device.AUTO;

    /** None but the usual one. */
    public Placing() {}

    /**
     * Where it runs.
     *
     * @return as it was typed
     */
    public Device device() {
        return device;
    }

    /** Lists the known ones where it is none of them. */
    static final class Reader implements ITypeConverter<Device> {

        @Override
        public Device convert(String text) {
            try {
                return Device.of(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(String.valueOf(unknown.getMessage()));
            }
        }
    }
}
