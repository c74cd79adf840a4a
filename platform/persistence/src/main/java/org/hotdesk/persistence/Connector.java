package org.hotdesk.persistence;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.persistence.Database.Login;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens the database as configured, again and again until it answers, and tells how it is doing.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = "org.hotdesk.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Connector implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** Settings {@code persistence.*}. */
    @interface Config {
        /** JDBC URL of MariaDB; empty for the embedded database in the data folder. */
        String url() default "";

        /** Who signs in to MariaDB. */
        String user() default "";

        /** Their password. */
        String password() default "";

        /** Connections for transactions; half as many more serve statements on their own. */
        int poolSize() default 16;

        /** Where Hotdesk keeps its files. */
        String dataFolder() default "data";
    }

    /** The open database and its registration as a service. */
    private record Opened(
            Database database, HealthCheck health, ServiceRegistration<Database> registration) {}

    private final BundleContext context;
    private final Config config;
    private final DatabaseUrl url;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Opened opened;
    private volatile String failure = "";

    @Activate
    public Connector(BundleContext context, Config config) {
        this.context = context;
        this.config = config;
        url =
                config.url().isBlank()
                        ? DatabaseUrl.embedded(Path.of(config.dataFolder(), "database"))
                        : DatabaseUrl.of(config.url().strip());
        if (!tryToOpen()) {
            Thread.ofVirtual().name("database-connector").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            while (!closing.await(1, TimeUnit.SECONDS)) {
                if (tryToOpen()) {
                    return;
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToOpen() {
        try {
            Database database =
                    Database.open(
                            url, new Login(config.user(), config.password()), config.poolSize());
            LOG.info("The database is {}.", url);
            publish(database);
            return true;
        } catch (SQLException unreachable) {
            String reason = String.valueOf(unreachable.getMessage());
            if (!reason.equals(failure)) {
                LOG.error("The database {} does not open: {}", url, reason);
            }
            failure = reason;
            return false;
        }
    }

    private synchronized void publish(Database database) {
        if (closing.getCount() == 0) {
            database.close();
            return;
        }
        opened =
                new Opened(
                        database,
                        new DatabaseHealth(url, database),
                        context.registerService(
                                Database.class,
                                database,
                                FrameworkUtil.asDictionary(Map.of("url", url.toString()))));
    }

    @Deactivate
    void close() {
        closing.countDown();
        Opened last;
        synchronized (this) {
            last = opened;
            opened = null;
        }
        if (last != null) {
            last.registration().unregister();
            last.database().close();
        }
    }

    @Override
    public HealthReading check() {
        Opened now;
        synchronized (this) {
            now = opened;
        }
        if (now == null) {
            return new HealthReading(
                    "database",
                    HealthReading.Status.DOWN,
                    new Words(
                            "数据库 " + url + " 无法打开：" + failure,
                            "The database " + url + " does not open: " + failure),
                    Map.of("url", url.toString()));
        }
        return now.health().check();
    }
}
