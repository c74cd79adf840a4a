package org.hotdesk.admin;

import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.SettingsForm.Field;
import org.hotdesk.api.admin.SettingsForm.Kind;
import org.hotdesk.api.admin.SettingsForm.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the bundles that are there say about their settings. Read from their descriptions, since the
 * Metatype service does not tell the bounds of a number.
 */
final class Metatypes {
    private static final Logger log = LoggerFactory.getLogger(Metatypes.class);
    private static final String FOLDER = "OSGI-INF/metatype";

    private final BundleContext context;

    Metatypes(BundleContext context) {
        this.context = context;
    }

    /**
     * What one bundle says about one configuration.
     *
     * @param fields with their usual values
     */
    record Described(
            String pid, String bundle, Words name, Words description, List<Field> fields) {}

    /** Everything that can be set now, by pid. */
    Map<String, Described> all() {
        Map<String, Described> all = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0) {
                for (URL url : files(bundle)) {
                    describe(bundle, url, all);
                }
            }
        }
        return all;
    }

    private static List<URL> files(Bundle bundle) {
        var files = bundle.findEntries(FOLDER, "*.xml", false);
        return files == null ? List.of() : Collections.list(files);
    }

    private static void describe(Bundle bundle, URL url, Map<String, Described> all) {
        try {
            MetaData data = new MetaDataReader().parse(url);
            if (data == null || data.getDesignates() == null) {
                return;
            }
            for (Object one : data.getDesignates()) {
                Designate designate = (Designate) one;
                if (designate.getPid() != null
                        && data.getObjectClassDefinitions().get(designate.getObject().getOcdRef())
                                instanceof OCD definition) {
                    Texts texts = Texts.of(bundle, data.getLocalePrefix());
                    all.put(
                            designate.getPid(),
                            described(designate.getPid(), bundle, definition, texts));
                }
            }
        } catch (IOException unreadable) {
            log.warn("{} describes settings that cannot be read: {}", bundle, url, unreadable);
        }
    }

    private static Described described(String pid, Bundle bundle, OCD definition, Texts texts) {
        List<Field> fields = new ArrayList<>();
        for (Object one : definition.getAttributeDefinitions().values()) {
            fields.add(field((AD) one, texts));
        }
        return new Described(
                pid,
                Objects.requireNonNullElse(bundle.getSymbolicName(), ""),
                texts.words(definition.getName()).orElse(new Words(pid, pid)),
                texts.words(definition.getDescription()).orElse(new Words(pid, pid)),
                fields);
    }

    private static Field field(AD attribute, Texts texts) {
        String id = attribute.getID();
        String[] usual = attribute.getDefaultValue();
        String first = usual == null || usual.length == 0 ? "" : String.join(",", usual);
        return new Field(
                id,
                kind(attribute.getType()),
                texts.words(attribute.getName()).orElse(new Words(id, id)),
                texts.words(attribute.getDescription()),
                first,
                first,
                Optional.ofNullable(attribute.getMin()),
                Optional.ofNullable(attribute.getMax()),
                options(attribute, texts));
    }

    private static Kind kind(int type) {
        return switch (type) {
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE ->
                    Kind.INTEGER;
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> Kind.DECIMAL;
            case AttributeDefinition.BOOLEAN -> Kind.FLAG;
            case AttributeDefinition.PASSWORD -> Kind.SECRET;
            default -> Kind.TEXT;
        };
    }

    private static List<Option> options(AD attribute, Texts texts) {
        List<Option> options = new ArrayList<>();
        String[] values = attribute.getOptionValues();
        String[] labels = attribute.getOptionLabels();
        for (int i = 0; values != null && i < values.length; i++) {
            String value = values[i];
            options.add(new Option(value, texts.words(labels[i]).orElse(new Words(value, value))));
        }
        return options;
    }
}
