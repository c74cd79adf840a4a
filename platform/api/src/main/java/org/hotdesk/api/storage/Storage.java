package org.hotdesk.api.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The tables of one bundle. Every bundle that asks for this service gets its own, after the
 * migrations in its folder {@code migrations/} have run; when one of them fails, it gets none and
 * its components do not start.
 *
 * <p>A bundle's tables begin with its own name; nobody reads the tables of another.
 */
@ProviderType
public interface Storage {

    /**
     * Makes a mapper from an interface (it may be package-private) whose methods carry {@link
     * Query} or {@link Update}.
     *
     * <p>Parameters are named in the SQL as {@code #{name}}; parameters of records and maps as
     * {@code #{name.component}}. SQL that starts with {@code <script>} may use {@code <foreach>}
     * and {@code <if>}. A method may return a record (columns {@code like_this} go to components
     * {@code likeThis}), a scalar, an {@code Optional} or a {@code List} of either. {@code Instant}
     * is stored as UTC with microseconds; a record of one component (such as an id) as that
     * component; an enum by its name.
     *
     * <p>The mapper is thread-safe. It works in the transaction of the calling thread, or in one of
     * its own for the one statement.
     */
    <M> M mapper(Class<M> type);
}
