package org.hotdesk.conversation;

import java.lang.annotation.Annotation;

/** Settings for files of at most 1 MB. */
@SuppressWarnings("BadAnnotationImplementation") // nothing compares them
record FileSettings() implements StoredAttachments.Config {
    @Override
    public int fileMegabytes() {
        return 1;
    }

    @Override
    public String fileTypes() {
        return "png, jpg gif webp pdf docx txt";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return StoredAttachments.Config.class;
    }
}
