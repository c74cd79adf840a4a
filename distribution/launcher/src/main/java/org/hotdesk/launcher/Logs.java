package org.hotdesk.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Path;
import java.util.List;

/** One log for all: SLF4J, java.util.logging and OSGi's, for people or for machines. */
final class Logs {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{0}: %msg%n%ex";

    private Logs() {}

    /** Logs to the terminal, or to a file that is rolled over when there is one. */
    static void configure(Settings settings) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            throw new IllegalStateException("another logger is on the class path: " + factory);
        }
        context.reset();
        var appender =
                settings.logFile()
                        .map(path -> rolling(context, path))
                        .orElseGet(ConsoleAppender::new);
        appender.setContext(context);
        appender.setEncoder(encoder(context, settings.get("log.format").orElse("text")));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        setLevels(context, settings);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static void setLevels(LoggerContext context, Settings settings) {
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(settings.get("log.level").orElse("INFO")));
        context.getLogger("org.glassfish.jersey").setLevel(Level.ERROR);
        for (var talkative :
                List.of(
                        "com.zaxxer.hikari",
                        "org.apache.felix",
                        "org.eclipse.jetty",
                        "org.flywaydb")) {
            context.getLogger(talkative).setLevel(Level.WARN);
        }
        for (var single : settings.get("log.levels").orElse("").split("[,\\s]+", -1)) {
            var equals = single.indexOf('=');
            if (equals > 0) {
                context.getLogger(single.substring(0, equals))
                        .setLevel(Level.toLevel(single.substring(equals + 1)));
            }
        }
    }

    /** Carries what bundles say to OSGi's log service, such as failed components, to this log. */
    static void bridge(BundleContext framework) {
        new ServiceTracker<LogReaderService, LogReaderService>(
                framework, LogReaderService.class, null) {
            @Override
            public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
                var reader = super.addingService(reference);
                reader.addLogListener(Logs::write);
                return reader;
            }
        }.open();
    }

    /**
     * Named by the bundle that speaks; that bundles and services come and go is not worth a line.
     */
    private static void write(LogEntry entry) {
        if (entry.getLoggerName().startsWith("Events.")) {
            return;
        }
        var level =
                switch (entry.getLogLevel()) {
                    case AUDIT, ERROR -> org.slf4j.event.Level.ERROR;
                    case WARN -> org.slf4j.event.Level.WARN;
                    case INFO -> org.slf4j.event.Level.INFO;
                    case DEBUG -> org.slf4j.event.Level.DEBUG;
                    case TRACE -> org.slf4j.event.Level.TRACE;
                };
        LoggerFactory.getLogger(entry.getBundle().getSymbolicName())
                .atLevel(level)
                .setCause(entry.getException())
                .log(entry.getMessage());
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, String format) {
        if (format.equals("json")) {
            var json = new JsonEncoder();
            json.setContext(context);
            json.setWithSequenceNumber(false);
            json.setWithNanoseconds(false);
            json.setWithContext(false);
            json.setWithMessage(false);
            json.setWithArguments(false);
            json.setWithFormattedMessage(true);
            json.start();
            return json;
        }
        var text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(PATTERN);
        text.start();
        return text;
    }

    private static OutputStreamAppender<ILoggingEvent> rolling(LoggerContext context, Path file) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(file.toString());
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMaxIndex(5);
        window.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("20MB"));
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        return appender;
    }
}
