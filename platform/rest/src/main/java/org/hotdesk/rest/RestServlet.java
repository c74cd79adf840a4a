package org.hotdesk.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.ext.RuntimeDelegate;

import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.staff.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.util.List;

/** Serves the platform's own resources; never reloads because of a plugin. */
@Component(service = Servlet.class, property = Resource.ALL_THERE)
@HttpWhiteboardServletPattern("/api/v1/*")
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ServletContainer jersey;

    @Activate
    public RestServlet(
            @Reference SignIns signIns,
            @Reference Visitors visitors,
            @Reference(name = "resources", cardinality = ReferenceCardinality.AT_LEAST_ONE)
                    List<Resource> resources) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        jersey =
                new ServletContainer(
                        Jersey.application(new Authentication(signIns, visitors), resources));
    }

    @Override
    public void init() throws ServletException {
        Jersey.inBundle(
                () -> {
                    jersey.init(getServletConfig());
                    return jersey;
                });
    }

    @Override
    public void service(ServletRequest request, ServletResponse response)
            throws ServletException, IOException {
        jersey.service(request, response);
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }
}
