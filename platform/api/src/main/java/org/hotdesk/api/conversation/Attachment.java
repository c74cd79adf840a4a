package org.hotdesk.api.conversation;

/**
 * An uploaded file.
 *
 * @param name as the uploader called it, without folders; for people, nothing goes by it
 * @param type media type, found by looking at the bytes
 * @param size in bytes
 * @param width of an image in pixels; 0 for other files
 * @param height of an image in pixels; 0 for other files
 */
public record Attachment(
        AttachmentId id, String name, String type, long size, int width, int height) {

    /** Whether it is shown as a picture. */
    public boolean shows() {
        return width > 0;
    }
}
