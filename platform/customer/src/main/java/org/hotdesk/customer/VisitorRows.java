package org.hotdesk.customer;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of visitors and of the pages they looked at. */
interface VisitorRows {

    /** The page that a visitor looked at last. */
    record Latest(String currentUrl, Instant currentAt, long pageViews) {}

    /** A page view as it is stored. */
    record View(String url, String title, Instant viewedAt) {
        PageView page() {
            return new PageView(url, title, viewedAt);
        }
    }

    @Query("SELECT id FROM customer_visitor WHERE token_hash = #{hash}")
    Optional<Long> byToken(String hash);

    @Query({
        "SELECT id, customer_id, customer_name, language, user_agent, landing_page, referrer,",
        "engine, keyword, utm_source, utm_medium, utm_campaign, utm_term, utm_content,",
        "current_url, current_title, current_at, first_seen, last_seen",
        "FROM customer_visitor WHERE id = #{id}"
    })
    Optional<VisitorRow> find(VisitorId id);

    /** Nobody else changes the visitor until the transaction ends. */
    @Query({
        "SELECT current_url, current_at, page_views FROM customer_visitor",
        "WHERE id = #{id} FOR UPDATE"
    })
    Optional<Latest> lock(VisitorId id);

    @Update(
            value = {
                "INSERT INTO customer_visitor (token_hash, language, user_agent, landing_page,",
                "referrer, engine, keyword, utm_source, utm_medium, utm_campaign, utm_term,",
                "utm_content, current_url, current_title, current_at, page_views, first_seen,",
                "last_seen) VALUES (#{hash}, #{row.language}, #{row.userAgent},",
                "#{row.landingPage}, #{row.referrer}, #{row.engine}, #{row.keyword},",
                "#{row.utmSource}, #{row.utmMedium}, #{row.utmCampaign}, #{row.utmTerm},",
                "#{row.utmContent}, #{row.currentUrl}, #{row.currentTitle}, #{row.currentAt}, 1,",
                "#{row.firstSeen}, #{row.lastSeen})"
            },
            generatesKey = true)
    long insert(String hash, VisitorRow row);

    @Update({
        "UPDATE customer_visitor SET current_url = #{page.url}, current_title = #{page.title},",
        "current_at = #{page.at}, last_seen = #{page.at}, language = #{language},",
        "page_views = page_views + 1 WHERE id = #{id}"
    })
    void moveTo(VisitorId id, PageView page, String language);

    @Update("UPDATE customer_visitor SET last_seen = #{at} WHERE id = #{id}")
    void seen(VisitorId id, Instant at);

    @Update({
        "UPDATE customer_visitor SET customer_id = #{customer}, customer_name = #{name}",
        "WHERE id = #{id} AND customer_id IS NULL"
    })
    boolean identify(VisitorId id, CustomerId customer, String name);

    @Update("UPDATE customer_visitor SET customer_name = #{name} WHERE customer_id = #{customer}")
    void rename(CustomerId customer, String name);

    @Update({
        "INSERT INTO customer_page_view (visitor_id, url, title, viewed_at)",
        "VALUES (#{id}, #{page.url}, #{page.title}, #{page.at})"
    })
    void insertView(VisitorId id, PageView page);

    @Query({
        "SELECT url, title, viewed_at FROM customer_page_view",
        "WHERE visitor_id = #{id} ORDER BY id DESC LIMIT #{limit}"
    })
    List<View> views(VisitorId id, int limit);

    /** The newest view of those beyond the newest {@code kept}. */
    @Query({
        "SELECT id FROM customer_page_view",
        "WHERE visitor_id = #{id} ORDER BY id DESC LIMIT 1 OFFSET #{kept}"
    })
    Optional<Long> firstBeyond(VisitorId id, int kept);

    @Update("DELETE FROM customer_page_view WHERE visitor_id = #{id} AND id <= #{last}")
    void forgetViews(VisitorId id, long last);
}
