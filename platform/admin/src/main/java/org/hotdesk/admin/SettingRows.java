package org.hotdesk.admin;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was set, revision by revision. */
interface SettingRows {

    /** A revision. */
    record RevisionRow(String pid, long revision, String changedBy, Instant changedAt) {}

    /** A setting in a revision. */
    record SettingRow(String pid, long revision, String name, String settingValue) {}

    @Query("SELECT * FROM admin_settings WHERE pid = #{pid} ORDER BY revision DESC LIMIT 1")
    Optional<RevisionRow> newest(String pid);

    @Query("SELECT * FROM admin_settings WHERE pid = #{pid} ORDER BY revision DESC LIMIT #{limit}")
    List<RevisionRow> history(String pid, int limit);

    @Query("SELECT DISTINCT pid FROM admin_settings ORDER BY pid")
    List<String> pids();

    @Query({
        "SELECT * FROM admin_setting WHERE pid = #{pid} AND revision = #{revision} ORDER BY name"
    })
    List<SettingRow> of(String pid, long revision);

    @Update({
        "INSERT INTO admin_settings (pid, revision, changed_by, changed_at)",
        "VALUES (#{row.pid}, #{row.revision}, #{row.changedBy}, #{row.changedAt})"
    })
    void begin(RevisionRow row);

    @Update({
        "INSERT INTO admin_setting (pid, revision, name, setting_value)",
        "VALUES (#{row.pid}, #{row.revision}, #{row.name}, #{row.settingValue})"
    })
    void set(SettingRow row);
}
