package org.hotdesk.api.extension;

/**
 * Which plugin decided something: the extension's name, its bundle and the bundle's version.
 *
 * @param revision revision of the configuration that the plugin decided under; 0 where it has none
 */
public record Provenance(String extension, String bundle, String version, long revision) {}
