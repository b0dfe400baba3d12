package org.vung.cli.input;

import java.util.Optional;
import org.vung.catalog.Catalog;
import org.vung.catalog.Option;
import org.vung.torch.device.Device;

/** Method texts as the command line takes them: options such as {@code --seed} set into those that have them. */
public final class MethodText {

    private MethodText() {}

    /**
     * Whether a method has an option.
     *
     * @param text of a method
     * @param key of the option
     * @return true if it has
     * @throws IllegalArgumentException if there is no such method
     */
    public static boolean takes(String text, String key) {
        return usual(text, key).isPresent();
    }

    /**
     * What stands where an option is not given.
     *
     * @param text of a method
     * @param key of the option
     * @return nothing if it has no such option
     * @throws IllegalArgumentException if there is no such method
     */
    public static Optional<String> usual(String text, String key) {
        return Catalog.named(Catalog.nameOf(text)).options().stream()
                .filter(option -> option.name().equals(key))
                .map(Option::fallback)
                .findFirst();
    }

    /**
     * The text with {@code key=…}, unless it names one itself.
     *
     * @param text of a method
     * @param key of an option that it has
     * @param value to be set
     * @return a text
     */
    public static String with(String text, String key, Object value) {
        String name = Catalog.nameOf(text);
        if (text.strip().equals(name)) {
            return text + ":" + key + "=" + value;
        }
        for (String pair : text.substring(text.indexOf(':', name.length()) + 1).split(",", -1)) {
            if (pair.strip().startsWith(key + "=")) {
                return text;
            }
        }
        return text + "," + key + "=" + value;
    }

    /**
     * The text on a device, where that is not its own choice and it has one.
     *
     * @param device it shall run on
     * @param text of a method
     * @return a text
     */
    public static String on(Device device, String text) {
        return device != Device.AUTO && takes(text, "device") ? with(text, "device", device.text()) : text;
    }
}
