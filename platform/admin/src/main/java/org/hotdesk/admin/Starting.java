package org.hotdesk.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.api.Words;

import java.io.IOException;
import java.util.Locale;

/** What is said to who comes while the server starts: a page to people, a problem to programs. */
final class Starting {
    private static final Words TITLE = new Words("Hotdesk 正在启动", "Hotdesk is starting");
    private static final Words DETAIL =
            new Words("请稍候，页面会自动刷新。", "Wait a moment; this page tries again by itself.");
    private static final String RETRY_SECONDS = "2";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="%2$s">
            <title>%3$s</title>
            </head>
            <body style="font: 16px/1.6 system-ui, sans-serif; margin: 20vh 24px 0; text-align: center">
            <h1>%3$s</h1>
            <p>%4$s</p>
            </body>
            </html>
            """;

    private static final String PROBLEM =
            """
            {"type":"/problems/starting","title":"%s","status":503,"detail":"%s","code":"starting","field":null}
            """;

    private Starting() {}

    static void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale reader = reader(request);
        boolean person = String.valueOf(request.getHeader("Accept")).contains("text/html");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", reader.toLanguageTag());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentType(person ? "text/html" : "application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(person ? page(reader) : problem(reader));
    }

    /** Without the header the request would speak the language of this machine. */
    private static Locale reader(HttpServletRequest request) {
        boolean chinese =
                request.getHeader("Accept-Language") != null
                        && request.getLocale().getLanguage().equals("zh");
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    static String page(Locale reader) {
        return PAGE.formatted(
                reader.toLanguageTag(), RETRY_SECONDS, TITLE.in(reader), DETAIL.in(reader));
    }

    static String problem(Locale reader) {
        return PROBLEM.formatted(TITLE.in(reader), DETAIL.in(reader)).strip();
    }
}
