package org.vung.measure.rule;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vung.measure.intensity.Intensity;
import org.vung.measure.scene.MeasuredRegion;

/** Properties that need a photo: {@code intensity_mean} of a grey one, {@code intensity_mean_0} of a channel. */
final class Intensities {

    private static final Pattern NAME =
            Pattern.compile("(?:intensity_(mean|min|max|std)|(mean|min|max)_intensity)(?:_([0-9]{1,4}))?");
    private static final Map<String, ToDoubleFunction<Intensity>> KINDS = Map.of(
            "mean", Intensity::mean, "min", Intensity::minimum, "max", Intensity::maximum, "std", Intensity::deviation);

    private Intensities() {}

    static List<String> words() {
        return List.of("intensity_mean", "intensity_min", "intensity_max", "intensity_std");
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Checks that photos of so many channels have it. */
    static void check(String name, int channels) {
        Matcher parts = matched(name);
        if (channels == 0) {
            throw new IllegalArgumentException(name + " must have a photo; add --photo");
        }
        if (parts.group(3) == null && channels > 1) {
            throw new IllegalArgumentException(name + " must name a channel of this photo, " + name + "_0 … " + name
                    + "_" + (channels - 1) + ", got none");
        }
        if (channel(parts) >= channels) {
            throw new IllegalArgumentException(
                    name + " must name a channel 0 … " + (channels - 1) + " of this photo, got " + channel(parts));
        }
    }

    static double of(String name, MeasuredRegion region) {
        Matcher parts = matched(name);
        String kind = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return KINDS.getOrDefault(kind, Intensity::mean)
                .applyAsDouble(region.channels().get(channel(parts)));
    }

    private static int channel(Matcher parts) {
        return parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    }

    private static Matcher matched(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "intensity must be one of " + String.join(", ", words()) + ", got '" + name + "'");
        }
        return parts;
    }
}
