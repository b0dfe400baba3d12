package org.vung.nets.weights.file;

/** A file that must be refused. */
final class HostileFile {

    private final String name;
    private final byte[] content;
    private final String words;

    /**
     * A case.
     *
     * @param name what is wrong with it
     * @param content the whole file
     * @param words what the refusal must say
     */
    HostileFile(String name, byte[] content, String words) {
        this.name = name;
        this.content = content;
        this.words = words;
    }

    byte[] content() {
        return content;
    }

    String words() {
        return words;
    }

    @Override
    public String toString() {
        return name;
    }
}
