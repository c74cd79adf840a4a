package org.hotdesk.browser;

/** How large a screen is, in CSS pixels. */
record Size(int width, int height) {
    static final Size LAPTOP = new Size(1280, 720);
    static final Size DESKTOP = new Size(1440, 900);
    static final Size PHONE = new Size(375, 667);
}
