package org.vung.data.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vung.data.Item;
import org.vung.data.file.DataFiles;
import org.vung.name.Phrase;

/** Which mask belongs to which image: the one of the same name, once suffixes are taken off both. */
final class Pairing {

    private static final int DEPTH = 4;

    private final Path folder;
    private final Layout layout;
    private final Phrase options;

    /** Pairs of a layout. */
    Pairing(Path folder, Layout layout, Phrase options) {
        this.folder = folder;
        this.layout = layout;
        this.options = options;
    }

    /** A pair, and the pictures of where the image's truth is known. */
    record Pair(Item item, Optional<Path> fov, Optional<Path> ground) {}

    List<Pair> pairs() throws IOException {
        boolean beside = layout.images().equals(layout.masks());
        List<Path> images = DataFiles.images(layout.images(), beside ? 1 : DEPTH);
        List<Path> masks = DataFiles.images(layout.masks(), beside ? 1 : DEPTH);
        if (beside) {
            String suffix =
                    options.text("mask-suffix").or(() -> Layout.suffix(images)).orElse("_mask");
            masks = masks.stream()
                    .filter(file -> DataFiles.stem(file).endsWith(suffix))
                    .toList();
            List<Path> ends = masks;
            List<Path> photos =
                    images.stream().filter(file -> !ends.contains(file)).toList();
            return join(photos, keys(layout.masks(), masks, Optional.of(suffix)));
        }
        Map<String, Path> byName = keys(layout.masks(), masks, Optional.of(options.text("mask-suffix", "")));
        boolean plain = options.text("image-suffix").isPresent()
                || options.text("mask-suffix").isPresent()
                || images.stream().anyMatch(file -> byName.containsKey(DataFiles.name(layout.images(), file)));
        return join(images, plain ? byName : keys(layout.masks(), masks, Optional.empty()));
    }

    private List<Pair> join(List<Path> images, Map<String, Path> masks) throws IOException {
        Map<String, Path> named = new TreeMap<>(exact(images, masks));
        Map<String, Path> fields = pictures(named, layout.fov(), "fov");
        Map<String, Path> grounds = pictures(named, layout.ground(), "ground");
        List<Pair> pairs = new ArrayList<>();
        List<Path> lonely = new ArrayList<>();
        for (Map.Entry<String, Path> each : named.entrySet()) {
            Path mask = masks.get(each.getKey());
            if (mask == null) {
                lonely.add(each.getValue());
                continue;
            }
            String name = each.getKey();
            Item item = new Item(name, group(name), each.getValue(), mask);
            pairs.add(new Pair(item, Optional.ofNullable(fields.get(name)), Optional.ofNullable(grounds.get(name))));
        }
        checkComplete(lonely, pairs.size(), named, masks);
        return pairs;
    }

    private Map<String, Path> exact(List<Path> images, Map<String, Path> masks) throws IOException {
        Optional<String> suffix = options.text("image-suffix");
        if (suffix.isPresent()) {
            return keys(layout.images(), images, suffix);
        }
        Map<String, Path> exact = keys(layout.images(), images, Optional.of(""));
        boolean any = exact.keySet().stream().anyMatch(masks::containsKey);
        return any ? exact : keys(layout.images(), images, Optional.empty());
    }

    /** One picture an image, where there is a folder of them. */
    private static Map<String, Path> pictures(Map<String, Path> named, Optional<Path> folder, String option)
            throws IOException {
        if (folder.isEmpty()) {
            return Map.of();
        }
        List<Path> files = DataFiles.images(folder.get(), DEPTH);
        Map<String, Path> exact = keys(folder.get(), files, Optional.of(""));
        Map<String, Path> pictures =
                exact.keySet().containsAll(named.keySet()) ? exact : keys(folder.get(), files, Optional.empty());
        for (Map.Entry<String, Path> each : named.entrySet()) {
            if (!pictures.containsKey(each.getKey())) {
                throw DataFiles.bad(
                        each.getValue(),
                        "has no picture in " + folder.get() + "; add one, or leave " + option + "= away");
            }
        }
        return pictures;
    }

    private void checkComplete(List<Path> lonely, int pairs, Map<String, Path> images, Map<String, Path> masks)
            throws IOException {
        if (pairs == 0) {
            throw DataFiles.bad(
                    folder,
                    "no image has a mask: " + images.size() + " images in " + layout.images() + ", " + masks.size()
                            + " masks in " + layout.masks()
                            + "; names must be alike, or say image-suffix= and mask-suffix=");
        }
        boolean skip = options.word("unpaired", List.of("error", "skip")).equals("skip");
        if (!lonely.isEmpty() && !skip) {
            throw DataFiles.bad(
                    lonely.get(0),
                    "has no mask in " + layout.masks() + ", as have " + (lonely.size() - 1)
                            + " more images; add it, or say unpaired=skip");
        }
    }

    private String group(String name) {
        return DataFiles.group(name, options.text("group", ""));
    }

    /** Files by their names less a suffix; without one, less the longest that all of them share and that begins with a mark. */
    private static Map<String, Path> keys(Path folder, List<Path> files, Optional<String> suffix) throws IOException {
        List<String> names =
                files.stream().map(file -> DataFiles.name(folder, file)).toList();
        String common = suffix.orElseGet(() -> commonSuffix(names));
        Map<String, Path> keys = new TreeMap<>();
        for (int file = 0; file < files.size(); file++) {
            String name = names.get(file);
            if (name.endsWith(common) && name.length() > common.length()) {
                Path twin = keys.put(name.substring(0, name.length() - common.length()), files.get(file));
                if (twin != null) {
                    throw DataFiles.bad(
                            files.get(file),
                            "has the same name as " + twin + "; names must differ in more than endings");
                }
            }
        }
        return keys;
    }

    private static String commonSuffix(List<String> names) {
        String common = names.isEmpty() ? "" : names.get(0);
        for (String name : names) {
            int length = 0;
            while (length < Math.min(common.length(), name.length())
                    && common.charAt(common.length() - 1 - length) == name.charAt(name.length() - 1 - length)) {
                length++;
            }
            common = common.substring(common.length() - length);
        }
        String most = common;
        return java.util.stream.IntStream.range(0, most.length())
                .filter(at -> "_-.".indexOf(most.charAt(at)) >= 0)
                .mapToObj(most::substring)
                .filter(end -> names.stream().allMatch(name -> name.length() > end.length()))
                .findFirst()
                .orElse("");
    }
}
