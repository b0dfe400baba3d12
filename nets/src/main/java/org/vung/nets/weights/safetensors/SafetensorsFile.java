package org.vung.nets.weights.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vung.image.codec.ImageException;
import org.vung.image.file.AtomicFile;
import org.vung.image.file.Existing;
import org.vung.nets.weights.Bytes;
import org.vung.nets.weights.Layout;
import org.vung.nets.weights.NamedTensor;
import org.vung.nets.weights.WeightFileException;
import org.vung.nets.weights.Weights;

/**
 * What a safetensors file holds.
 *
 * @param weights in the order of the header
 * @param metadata free text by key, the header's {@code __metadata__}
 */
public record SafetensorsFile(Weights weights, Map<String, String> metadata) {

    /** Longest header in bytes, the format's own limit. */
    static final long MOST_HEADER = 100_000_000;

    /** Freezes the metadata. */
    public SafetensorsFile {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Opens a file; its numbers are read when they are asked for.
     *
     * @param file of any name
     * @return what it holds
     * @throws WeightFileException if it cannot be read or breaks a rule of the format
     */
    public static SafetensorsFile read(Path file) throws WeightFileException {
        return read(Bytes.map(file));
    }

    /**
     * Opens a file that is at hand as bytes.
     *
     * @param file the whole file
     * @return what it holds
     * @throws WeightFileException if it breaks a rule of the format
     */
    public static SafetensorsFile read(Bytes file) throws WeightFileException {
        if (file.length() < 8) {
            throw file.bad("a safetensors file must begin with 8 bytes of length, got " + file.length()
                    + " bytes; the file is truncated");
        }
        long length =
                ByteBuffer.wrap(file.copy(0, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > MOST_HEADER) {
            throw file.bad("the header must have 2 to " + MOST_HEADER + " bytes, got " + Long.toUnsignedString(length)
                    + "; the file is damaged or no safetensors");
        }
        if (length > file.length() - 8) {
            throw file.bad("the header must end within the file's " + file.length() + " bytes, got a length of "
                    + length + "; the file is truncated");
        }
        Header header = HeaderText.read(file, file.copy(8, (int) length));
        Bytes store = file.slice(8 + length, file.length() - 8 - length);
        header.check(store);
        return new SafetensorsFile(tensors(header, store), header.metadata());
    }

    private static Weights tensors(Header header, Bytes store) throws WeightFileException {
        List<NamedTensor> tensors = new ArrayList<>();
        try {
            for (Header.Entry entry : header.entries()) {
                Layout layout = Layout.contiguous(store, ByteOrder.LITTLE_ENDIAN, entry.begin(), entry.dimensions());
                tensors.add(NamedTensor.of(entry.name(), entry.type(), entry.dimensions(), layout));
            }
            return Weights.of(tensors);
        } catch (IllegalArgumentException impossible) {
            throw store.bad(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    /**
     * Writes a file that stands under its name only when it is whole.
     *
     * @param file its name; the folder exists
     * @param existing what to do where the name is taken
     * @throws WeightFileException if it cannot be written
     */
    public void write(Path file, Existing existing) throws WeightFileException {
        try {
            AtomicFile.write(file, existing, this::writeTo);
        } catch (ImageException failure) {
            throw new WeightFileException(file.toString(), String.valueOf(failure.getMessage()), failure);
        }
    }

    /**
     * Writes the bytes of a file.
     *
     * @param out buffered; stays open
     * @throws IOException whatever {@code out} throws
     */
    public void writeTo(OutputStream out) throws IOException {
        Header header = Header.of(weights, metadata);
        byte[] text = HeaderText.write(header);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.write(text);
        for (Header.Entry entry : header.inStore()) {
            weights.get(entry.name()).writeTo(out);
        }
    }
}
