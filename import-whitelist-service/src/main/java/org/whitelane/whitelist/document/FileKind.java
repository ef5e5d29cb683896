package org.whitelane.whitelist.document;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that can be told by how they begin. */
public enum FileKind {
    PDF("application/pdf", "pdf", "255044462d"),
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    /** Scanners write it, in either order of bytes. */
    TIFF("image/tiff", "tif", "49492a00", "4d4d002a");

    private final String mediaType;
    private final String extension;
    private final List<byte[]> beginnings;

    FileKind(String mediaType, String extension, String... beginnings) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginnings = Arrays.stream(beginnings).map(HexFormat.of()::parseHex).toList();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As many bytes as any kind needs to be told. */
    public static final int TELLING = 8;

    /**
     * @param mediaType without parameters
     */
    public static Optional<FileKind> of(String mediaType) {
        var asked = mediaType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(asked)).findFirst();
    }

    /** What a file is that begins like this, whatever is said of it. */
    public static Optional<FileKind> beginning(byte[] head) {
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return beginnings.stream()
                .anyMatch(
                        start ->
                                head.length >= start.length
                                        && Arrays.equals(
                                                head, 0, start.length, start, 0, start.length));
    }
}
