package org.vung.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vung.Segmenter;
import org.vung.catalog.model.TrainedModels;
import org.vung.name.NearestName;

/** The one visible list of methods, and the reading of method texts such as {@code kmeans:k=3,seed=0}. */
public final class Catalog {

    private static final List<Method> METHODS = methods();

    /** What a method's file may be. */
    public enum Trust {
        /** Numbers and descriptions only. */
        DATA,
        /** Programs as well, which may do whatever this process may. */
        CODE
    }

    private Catalog() {}

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        methods.addAll(ThresholdMethods.all());
        methods.addAll(ClusteringMethods.all());
        methods.addAll(ModeMethods.all());
        methods.addAll(SuperpixelMethods.all());
        methods.addAll(WatershedMethods.all());
        return List.copyOf(methods);
    }

    /**
     * Every method that works on any picture.
     *
     * @return the methods in the order of the tutorial, then by name
     */
    public static List<Method> all() {
        return METHODS;
    }

    /**
     * The networks that come trained, each for pictures of its kind.
     *
     * @return a method each
     */
    public static List<Method> trained() {
        return TrainedModels.all().stream().map(ModelFiles::trained).toList();
    }

    /**
     * Finds a method by its name.
     *
     * @param name without options
     * @return the method
     * @throws java.io.UncheckedIOException if the name is the path of a {@code .vung} file that is not there or damaged
     * @throws IllegalArgumentException if there is none; the message lists the known ones and the nearest guess
     */
    public static Method named(String name) {
        for (Method method : METHODS) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        Optional<TrainedModels.Card> trained = TrainedModels.named(name);
        if (trained.isPresent()) {
            return ModelFiles.trained(trained.get());
        }
        if (name.startsWith(ModelFiles.ENSEMBLE)) {
            return ModelFiles.ensemble(name);
        }
        if (name.endsWith(ModelFiles.ENDING)) {
            return ModelFiles.method(name);
        }
        if (name.endsWith(ForeignFiles.ONNX) || name.endsWith(ForeignFiles.SCRIPT)) {
            return ForeignFiles.method(name);
        }
        List<String> known = Stream.concat(
                        METHODS.stream().map(Method::name),
                        TrainedModels.all().stream().map(TrainedModels.Card::name))
                .toList();
        throw new IllegalArgumentException("method must be one of " + String.join(", ", known)
                + ", or the path of a .vung, .onnx or .pt file, or ensemble:FILE.vung+FILE.vung, got '" + name + "'"
                + NearestName.hint(name, known));
    }

    /**
     * Makes the segmenter a text describes; no file of programs is opened.
     *
     * @param text as for {@link #segmenter(String, Trust)}
     * @return a segmenter
     */
    public static Segmenter segmenter(String text) {
        return segmenter(text, Trust.DATA);
    }

    /**
     * Makes the segmenter a text describes.
     *
     * @param text {@code name} or {@code name:key=value,key=value}; the name may be the path of a {@code .vung}, {@code .onnx} or
     *     {@code .pt} file, or {@code ensemble:A.vung+B.vung}
     * @param trust whether the file may be a program
     * @return a segmenter, safe to share; one over a network keeps native memory until it is closed
     * @throws java.io.UncheckedIOException if a model file is not there or damaged
     * @throws IllegalArgumentException if the name, a key or a value is not known; the message says which and the mend
     */
    public static Segmenter segmenter(String text, Trust trust) {
        int colon = colon(text);
        Method method = named(nameOf(text));
        if (trust != Trust.CODE && method.name().endsWith(ForeignFiles.SCRIPT)) {
            throw new IllegalArgumentException("code must be trusted to open " + method.name()
                    + ": TorchScript is a program, and a hostile one can read and change your files; add --trust-code if"
                    + " you know where it comes from");
        }
        return method.create(colon < 0 ? Map.of() : given(method, text.substring(colon + 1)));
    }

    /**
     * The name a text begins with.
     *
     * @param text {@code name} or {@code name:key=value,key=value}
     * @return the name, or the path of a model file
     */
    public static String nameOf(String text) {
        int colon = colon(text);
        return (colon < 0 ? text : text.substring(0, colon)).strip();
    }

    /** Where the options begin; a path may have colons of its own. */
    private static int colon(String text) {
        int ending = text.startsWith(ModelFiles.ENSEMBLE) ? ModelFiles.ENSEMBLE.length() : 0;
        for (String each : List.of(ModelFiles.ENDING, ForeignFiles.ONNX, ForeignFiles.SCRIPT)) {
            ending = Math.max(ending, text.lastIndexOf(each));
        }
        return text.indexOf(':', ending);
    }

    private static Map<String, String> given(Method method, String tail) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : tail.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        method.name() + " options must read key=value,key=value, got '" + tail + "'");
            }
            Option option = option(method, pair.substring(0, equals).strip());
            String value = pair.substring(equals + 1).strip();
            String complaint = option.complaint(value);
            if (complaint != null) {
                throw new IllegalArgumentException(method.name() + ": " + complaint);
            }
            if (given.put(option.name(), value) != null) {
                throw new IllegalArgumentException(
                        method.name() + ": " + option.name() + " must be given once, got it twice in '" + tail + "'");
            }
        }
        return given;
    }

    private static Option option(Method method, String key) {
        List<String> known = new ArrayList<>();
        for (Option option : method.options()) {
            if (option.name().equals(key)) {
                return option;
            }
            known.add(option.name());
        }
        throw new IllegalArgumentException(
                known.isEmpty()
                        ? method.name() + " has no options, got '" + key + "'"
                        : method.name() + " option must be one of " + String.join(", ", known) + ", got '" + key + "'"
                                + NearestName.hint(key, known));
    }
}
