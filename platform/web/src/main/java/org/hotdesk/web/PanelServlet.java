package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.api.web.ConsolePanel;
import org.hotdesk.web.Delivery.Freshness;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The modules of plugins' panels, as long as their bundles are there. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/panels/*")
public final class PanelServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PanelServlet.class);

    private final transient Map<ServiceReference<ConsolePanel>, Panel> panels =
            new ConcurrentHashMap<>();

    @Reference(
            service = ConsolePanel.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<ConsolePanel> reference, ConsolePanel panel) {
        Bundle bundle = reference.getBundle();
        try {
            panels.put(
                    reference,
                    new Panel(
                            bundle.getSymbolicName(),
                            bundle.getVersion().toString(),
                            panel.module(),
                            path -> Optional.ofNullable(bundle.getEntry(path))));
        } catch (RuntimeException failed) {
            LOG.warn("The panel of {} does not tell its module", bundle.getSymbolicName(), failed);
        }
    }

    void remove(ServiceReference<ConsolePanel> reference) {
        panels.remove(reference);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        String address = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<URL> file =
                panels.values().stream().flatMap(panel -> panel.find(address).stream()).findFirst();
        if (file.isEmpty()) {
            Delivery.missing(response);
            return;
        }
        Content content = Content.read(address, file.get(), Optional.empty());
        Delivery.send(request, response, content, Freshness.ASK);
    }
}
