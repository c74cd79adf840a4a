package org.hotdesk.crm.sql;

import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of customers, their tags and attributes. */
interface CustomerRows {

    /** A customer without tags and attributes. */
    record Row(
            String id,
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> company,
            Optional<String> region,
            Instant createdAt,
            long version,
            Optional<String> mergedInto) {}

    /** An attribute by its name. */
    record Attribute(String name, String content) {}

    @Query({
        "SELECT id, name, email, phone, company, region, created_at, version, merged_into",
        "FROM crm_sql_customer WHERE id = #{id}"
    })
    Optional<Row> find(String id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    @Query({
        "SELECT id, name, email, phone, company, region, created_at, version, merged_into",
        "FROM crm_sql_customer WHERE id = #{id} FOR UPDATE"
    })
    Optional<Row> lock(String id);

    @Query("SELECT id FROM crm_sql_customer WHERE key_hash = #{keyHash}")
    String idOf(String keyHash);

    @Query("SELECT tag FROM crm_sql_tag WHERE customer_id = #{id} ORDER BY position")
    List<String> tags(String id);

    @Query({
        "SELECT name, content FROM crm_sql_attribute WHERE customer_id = #{id}",
        "ORDER BY position"
    })
    List<Attribute> attributes(String id);

    /** Adds a row unless the key is there already. */
    @Update({
        "INSERT INTO crm_sql_customer (id, key_hash, name, email, phone, company, region,",
        "created_at, version) VALUES (#{id}, #{keyHash}, #{details.name}, #{details.email},",
        "#{details.phone}, #{details.company}, #{details.region}, #{createdAt}, 1)",
        "ON DUPLICATE KEY UPDATE version = version"
    })
    void insert(String id, String keyHash, CustomerDetails details, Instant createdAt);

    @Update({
        "UPDATE crm_sql_customer SET name = #{details.name}, email = #{details.email},",
        "phone = #{details.phone}, company = #{details.company}, region = #{details.region},",
        "version = version + 1 WHERE id = #{id} AND version = #{version}"
    })
    boolean update(String id, long version, CustomerDetails details);

    /** Also leads on those who were merged into the one that is merged now. */
    @Update({
        "UPDATE crm_sql_customer SET merged_into = #{into}",
        "WHERE id = #{from} OR merged_into = #{from}"
    })
    void redirect(String from, String into);

    @Update("DELETE FROM crm_sql_tag WHERE customer_id = #{id}")
    void forgetTags(String id);

    @Update({
        "INSERT INTO crm_sql_tag (customer_id, position, tag)",
        "VALUES (#{id}, #{position}, #{tag})"
    })
    void insertTag(String id, int position, String tag);

    @Update("DELETE FROM crm_sql_attribute WHERE customer_id = #{id}")
    void forgetAttributes(String id);

    @Update({
        "INSERT INTO crm_sql_attribute (customer_id, position, name, content)",
        "VALUES (#{id}, #{position}, #{name}, #{content})"
    })
    void insertAttribute(String id, int position, String name, String content);
}
