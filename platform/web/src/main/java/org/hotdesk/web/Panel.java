package org.hotdesk.web;

import java.net.URL;
import java.util.Optional;
import java.util.function.Function;

/**
 * A panel of a plugin, and its way to the files of the plugin's bundle.
 *
 * @param module path of its module in the bundle
 * @param entries finds a file of the bundle by its path
 */
record Panel(
        String bundle, String version, String module, Function<String, Optional<URL>> entries) {

    /**
     * The file of this address below {@code /panels}, when it is the module or lies in the module's
     * folder.
     */
    Optional<URL> find(String address) {
        String mine = "/" + bundle + "/" + version + "/";
        if (!address.startsWith(mine)) {
            return Optional.empty();
        }
        String path = address.substring(mine.length());
        return isOpen(path) ? entries.apply(path) : Optional.empty();
    }

    private boolean isOpen(String path) {
        String folder = module.substring(0, module.lastIndexOf('/') + 1);
        boolean inFolder = !folder.isEmpty() && path.startsWith(folder) && !path.endsWith("/");
        return !path.contains("..") && (path.equals(module) || inFolder);
    }
}
