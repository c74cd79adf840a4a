package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.web.Delivery.Freshness;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Hotdesk is, and where to go from here, in the reader's language; and the answer where nobody
 * else has one.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class StartPageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern SHOP =
            Pattern.compile("<!-- shop -->.*?<!-- /shop -->", Pattern.DOTALL);
    private static final String SHOP_IS_THERE =
            "(|(osgi.http.whiteboard.servlet.pattern=/demo/*)(osgi.http.whiteboard.resource.pattern=/demo/*))";

    private final transient OwnFiles files = new OwnFiles();
    private final transient BundleContext bundles;

    @Activate
    public StartPageServlet(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        Optional<Content> asked = asked(request);
        if (asked.isEmpty()) {
            Delivery.missing(response);
            return;
        }
        Protection.page(response, Protection.policy(""));
        Delivery.send(request, response, asked.get(), Freshness.ASK);
    }

    private Optional<Content> asked(HttpServletRequest request) {
        String path =
                request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.startsWith("/start/")) {
            return files.find(path.substring(1));
        }
        if (!path.isEmpty() && !path.equals("/")) {
            return Optional.empty();
        }
        boolean chinese = request.getLocale().getLanguage().equals("zh");
        return files.find(chinese ? "start/zh-CN.html" : "start/en.html")
                .map(this::withOrWithoutShop);
    }

    private Content withOrWithoutShop(Content page) {
        if (hasShop()) {
            return page;
        }
        String html = page.text();
        byte[] without = SHOP.matcher(html).replaceAll("").getBytes(StandardCharsets.UTF_8);
        return Content.of("start.html", without);
    }

    private boolean hasShop() {
        try {
            return bundles.getAllServiceReferences(null, SHOP_IS_THERE) != null;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
