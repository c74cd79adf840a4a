package org.hotdesk.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file is, by its first bytes alone; its name is never believed. Signatures are those that
 * the formats' own specifications give.
 */
final class FileTypes {
    /** How many bytes are looked at. */
    static final int HEAD = 8 * 1024;

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature("png", "image/png", 0, "\u0089PNG\r\n\u001a\n"),
                    new Signature("jpg", "image/jpeg", 0, "\u00ff\u00d8\u00ff"),
                    new Signature("gif", "image/gif", 0, "GIF87a"),
                    new Signature("gif", "image/gif", 0, "GIF89a"),
                    new Signature("webp", "image/webp", 8, "WEBP"),
                    new Signature("pdf", "application/pdf", 0, "%PDF-"),
                    new Signature("mp4", "video/mp4", 4, "ftyp"),
                    new Signature("mp3", "audio/mpeg", 0, "ID3"),
                    new Signature("zip", "application/zip", 0, "PK\u0003\u0004"),
                    new Signature("gz", "application/gzip", 0, "\u001f\u008b"),
                    new Signature("rar", "application/vnd.rar", 0, "Rar!\u001a\u0007"),
                    new Signature("7z", "application/x-7z-compressed", 0, "7z\u00bc\u00af'\u001c"),
                    new Signature(
                            "ole", "application/x-ole-storage", 0, "\u00d0\u00cf\u0011\u00e0"));

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final List<String> MARKUP =
            List.of("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<!--");

    private FileTypes() {}

    /**
     * A kind of file.
     *
     * @param name as administrators write it in the list of what is allowed
     */
    record FileType(String name, String mediaType) {}

    private record Signature(String name, String mediaType, int at, String magic) {
        boolean isOf(String head) {
            return head.startsWith(magic, at);
        }
    }

    /** What begins with these bytes; empty when it is nothing that is known. */
    static Optional<FileType> of(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        Optional<FileType> found =
                SIGNATURES.stream()
                        .filter(signature -> signature.isOf(bytes))
                        .map(signature -> new FileType(signature.name(), signature.mediaType()))
                        .findFirst();
        if (found.filter(type -> type.name().equals("zip")).isPresent()) {
            return office(bytes).or(() -> found);
        }
        return found.or(() -> text(head));
    }

    /** Office documents are archives that say so in the names of their first entries. */
    private static Optional<FileType> office(String bytes) {
        if (!bytes.contains("[Content_Types].xml") && !bytes.contains("_rels/.rels")) {
            return Optional.empty();
        }
        if (bytes.contains("word/")) {
            return Optional.of(new FileType("docx", OFFICE + "wordprocessingml.document"));
        }
        if (bytes.contains("xl/")) {
            return Optional.of(new FileType("xlsx", OFFICE + "spreadsheetml.sheet"));
        }
        return bytes.contains("ppt/")
                ? Optional.of(new FileType("pptx", OFFICE + "presentationml.presentation"))
                : Optional.empty();
    }

    /** Text in UTF-8 or GB 18030 without control characters, and no markup that a browser runs. */
    private static Optional<FileType> text(byte[] head) {
        for (byte each : head) {
            if (each >= 0 && each < 32 && each != '\n' && each != '\r' && each != '\t') {
                return Optional.empty();
            }
        }
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
                .flatMap(charset -> decoded(head, charset).stream())
                .findFirst()
                .map(FileTypes::textual);
    }

    private static FileType textual(String text) {
        String begin = text.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
        boolean markup = MARKUP.stream().anyMatch(begin::startsWith);
        return markup ? new FileType("html", "text/html") : new FileType("txt", "text/plain");
    }

    /** The head may end within a character: up to 3 bytes at its end are forgiven. */
    private static Optional<String> decoded(byte[] head, Charset charset) {
        int least = head.length < HEAD ? head.length : head.length - 3;
        for (int length = head.length; length >= least; length--) {
            try {
                return Optional.of(
                        charset.newDecoder().decode(ByteBuffer.wrap(head, 0, length)).toString());
            } catch (CharacterCodingException cutWithinCharacter) {
                // A shorter head may end between two characters.
            }
        }
        return Optional.empty();
    }
}
