package org.hotdesk.api.admin;

/** Where a bundle is in its life. */
public enum BundleState {
    /** Something that it needs is missing. */
    UNRESOLVED,
    /** Complete, and not running. */
    STOPPED,
    /** Running. */
    ACTIVE,
    /** It could not be started, or some of its components could not. */
    FAILED
}
