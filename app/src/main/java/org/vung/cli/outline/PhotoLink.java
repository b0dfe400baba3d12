package org.vung.cli.outline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The link from a picture of outlines to the photo behind it. */
final class PhotoLink {

    /** What every browser shows. */
    private static final Set<String> SHOWN = Set.of("png", "jpg", "jpeg", "webp", "gif", "bmp");

    private PhotoLink() {}

    /**
     * Leads from a file to a photo.
     *
     * @return such as {@code ../photos/one%20cell.png}; empty where there is no photo, browsers do not show it, or no way leads there
     */
    static Optional<String> from(Path file, Optional<Path> photo) {
        return photo.filter(PhotoLink::isShown).flatMap(target -> {
            try {
                Path folder = file.toAbsolutePath().normalize().resolveSibling("");
                return Optional.of(
                        link(folder.relativize(target.toAbsolutePath().normalize())));
            } catch (IllegalArgumentException onAnotherDrive) {
                return Optional.empty();
            }
        });
    }

    private static boolean isShown(Path photo) {
        String name = String.valueOf(photo.getFileName()).toLowerCase(Locale.ROOT);
        return SHOWN.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String link(Path way) {
        StringBuilder link = new StringBuilder(way.startsWith("..") ? "" : ".");
        for (Path step : way) {
            link.append(link.isEmpty() ? "" : "/").append(escaped(step.toString()));
        }
        return link.toString();
    }

    private static String escaped(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
        } catch (URISyntaxException odd) {
            throw new IllegalArgumentException("file name must fit into a link, got '" + name + "'", odd);
        }
    }
}
