package org.hotdesk.thing;

/** Stands for a bundle that has tables. */
public final class ThingBundle {
    private ThingBundle() {}
}
