package org.vung.torch.device;

/** A device that is asked for is not there, or failed at work. Not the fault of an argument: another machine has it. */
public final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** Libtorch or the machine lacks it. */
        ABSENT,
        /** Its memory is full. */
        MEMORY
    }

    private final Kind kind;

    DeviceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    DeviceException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What is wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Words what libtorch throws when a device's memory is full.
     *
     * @param failed thrown at work
     * @return an exception with the mend, or {@code failed} itself where something else went wrong
     */
    public static RuntimeException worded(RuntimeException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.contains("CUDA out of memory")
                ? new DeviceException(
                        Kind.MEMORY,
                        "memory of the graphics processor must hold the maps of a tile, and did not; use smaller tiles"
                                + " (-m model.vung:tile=1024) or --device cpu",
                        failed)
                : failed;
    }
}
