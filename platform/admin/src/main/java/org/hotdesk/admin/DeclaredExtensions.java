package org.hotdesk.admin;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The extensions that a jar declares, before it is installed. */
final class DeclaredExtensions {
    private static final String COMPONENTS = "Service-Component";

    private DeclaredExtensions() {}

    /** As {@code RoutingStrategy round-robin}; what cannot be read counts as not there. */
    static List<String> of(PluginFile file) {
        List<String> found = new ArrayList<>();
        try (JarFile jar = new JarFile(file.path().toFile())) {
            for (Clause component : file.header(COMPONENTS)) {
                JarEntry entry = jar.getJarEntry(component.name());
                if (entry != null) {
                    try (InputStream xml = jar.getInputStream(entry)) {
                        found.addAll(extensions(xml));
                    }
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            return List.copyOf(found);
        }
        return found;
    }

    private static List<String> extensions(InputStream xml)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document component = factory.newDocumentBuilder().parse(xml);
        List<String> found = new ArrayList<>();
        for (String name : values(component, "property", "name", "extension", "value")) {
            for (String type : values(component, "provide", "", "", "interface")) {
                found.add(type.substring(type.lastIndexOf('.') + 1) + " " + name);
            }
        }
        return found;
    }

    private static List<String> values(
            Document component, String tag, String key, String wanted, String attribute) {
        List<String> values = new ArrayList<>();
        NodeList elements = component.getElementsByTagName(tag);
        for (int index = 0; index < elements.getLength(); index++) {
            if (elements.item(index) instanceof Element element
                    && (key.isEmpty() || wanted.equals(element.getAttribute(key)))) {
                values.add(element.getAttribute(attribute));
            }
        }
        return values;
    }
}
