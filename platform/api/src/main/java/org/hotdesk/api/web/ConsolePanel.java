package org.hotdesk.api.web;

import org.hotdesk.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the console that a plugin brings: an ES module, which exports {@code mount(element,
 * context)} and answers {@code {update(context), unmount()}}. The console loads it when the bundle
 * starts, and takes it away when the bundle goes.
 */
@ConsumerType
public interface ConsolePanel {
    /** The place in the console. */
    enum Slot {
        /** A card beside a conversation. */
        CONVERSATION_SIDE,
        /** A page of the settings. */
        SETTINGS_PAGE,
        /** An area in the rail. */
        RAIL
    }

    /** Where it goes. */
    Slot slot();

    /** What it is called. */
    Words title();

    /**
     * Path of the module in the plugin's bundle, such as {@code web/panel.js}; same-folder imports
     * work.
     */
    String module();
}
