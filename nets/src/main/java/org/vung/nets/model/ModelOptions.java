package org.vung.nets.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.vung.nets.layer.Extent;
import org.vung.nets.layer.Shape;
import org.vung.nets.model.backbone.Encoder;

/**
 * What can be chosen about a model. Begin with the model's {@link Model#standard()} and change what it takes.
 *
 * @param channels of the image, at least 1
 * @param classes of the answer, at least 1
 * @param width channels of the finest maps; 0 for what suits the model and its encoder
 * @param depth how often the resolution is halved; 0 for what suits the model and its encoder
 * @param encoder the contracting path
 * @param stride pixels along each axis that one place of the finest maps stands for, at least 1; 1 is the model as it is
 * @param size nominal height and width of the image, at least 1×1
 */
public record ModelOptions(int channels, int classes, int width, int depth, Encoder encoder, int stride, Extent size) {

    /** The choices by name. */
    public enum Key {
        /** Channels of the image. */
        CHANNELS,
        /** Classes of the answer. */
        CLASSES,
        /** Channels of the finest maps. */
        WIDTH,
        /** How often the resolution is halved. */
        DEPTH,
        /** The contracting path. */
        ENCODER,
        /** Pixels a place of the finest maps. */
        STRIDE,
        /** Nominal height and width. */
        SIZE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks every value. */
    public ModelOptions {
        atLeast("channels", 1, channels);
        atLeast("classes", 1, classes);
        atLeast("width", 0, width);
        atLeast("depth", 0, depth);
        atLeast("stride", 1, stride);
        if (size.rows() < 1 || size.columns() < 1) {
            throw new IllegalArgumentException("size must be at least 1×1, got " + size);
        }
    }

    /**
     * For a model of colour images, with the width and depth that suit it.
     *
     * @param classes of the answer
     * @param height of the image
     * @param width of the image
     * @return the options
     */
    static ModelOptions colour(int classes, int height, int width) {
        return new ModelOptions(3, classes, 0, 0, Encoder.NONE, 1, new Extent(height, width));
    }

    /**
     * Another number of channels.
     *
     * @param count of the image
     * @return a copy
     */
    public ModelOptions withChannels(int count) {
        return new ModelOptions(count, classes, width, depth, encoder, stride, size);
    }

    /**
     * Another number of classes.
     *
     * @param count of the answer
     * @return a copy
     */
    public ModelOptions withClasses(int count) {
        return new ModelOptions(channels, count, width, depth, encoder, stride, size);
    }

    /**
     * Another width.
     *
     * @param count channels of the finest maps, or 0
     * @return a copy
     */
    public ModelOptions withWidth(int count) {
        return new ModelOptions(channels, classes, count, depth, encoder, stride, size);
    }

    /**
     * Another depth.
     *
     * @param halvings of the resolution, or 0
     * @return a copy
     */
    public ModelOptions withDepth(int halvings) {
        return new ModelOptions(channels, classes, width, halvings, encoder, stride, size);
    }

    /**
     * Another contracting path.
     *
     * @param other the encoder
     * @return a copy
     */
    public ModelOptions withEncoder(Encoder other) {
        return new ModelOptions(channels, classes, width, depth, other, stride, size);
    }

    /**
     * Another stride.
     *
     * @param pixels along each axis that one place of the finest maps stands for
     * @return a copy
     */
    public ModelOptions withStride(int pixels) {
        return new ModelOptions(channels, classes, width, depth, encoder, pixels, size);
    }

    /**
     * Another nominal size.
     *
     * @param other height and width
     * @return a copy
     */
    public ModelOptions withSize(Extent other) {
        return new ModelOptions(channels, classes, width, depth, encoder, stride, other);
    }

    /**
     * The nominal shape of the image.
     *
     * @return channels × height × width
     */
    public Shape input() {
        return new Shape(channels, size.rows(), size.columns());
    }

    /**
     * Where two differ.
     *
     * @param that other options
     * @return the choices that are not alike
     */
    public Set<Key> differences(ModelOptions that) {
        Set<Key> different = EnumSet.noneOf(Key.class);
        for (Key key : Key.values()) {
            if (!value(key).equals(that.value(key))) {
                different.add(key);
            }
        }
        return different;
    }

    /**
     * One choice.
     *
     * @param key which
     * @return its value
     */
    public Object value(Key key) {
        return switch (key) {
            case CHANNELS -> channels;
            case CLASSES -> classes;
            case WIDTH -> width;
            case DEPTH -> depth;
            case ENCODER -> encoder;
            case STRIDE -> stride;
            case SIZE -> size;
        };
    }

    private static void atLeast(String name, int limit, int value) {
        if (value < limit) {
            throw new IllegalArgumentException(name + " must be at least " + limit + ", got " + value);
        }
    }
}
