package org.hotdesk.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

/** A request as a plugin's application sees it: its name belongs to the path of the servlet. */
final class PluginRequest extends HttpServletRequestWrapper {
    private final String prefix;
    private final PluginApplication.Count count;

    PluginRequest(HttpServletRequest request, String name, PluginApplication.Count count) {
        super(request);
        this.prefix = "/" + name;
        this.count = count;
    }

    @Override
    public String getServletPath() {
        return super.getServletPath() + prefix;
    }

    @Override
    public @Nullable String getPathInfo() {
        var rest = super.getPathInfo().substring(prefix.length());
        return rest.isEmpty() ? null : rest;
    }

    @Override
    public AsyncContext startAsync() {
        return counted(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return counted(super.startAsync(request, response));
    }

    private AsyncContext counted(AsyncContext context) {
        count.startedAsync();
        context.addListener(count);
        return context;
    }
}
