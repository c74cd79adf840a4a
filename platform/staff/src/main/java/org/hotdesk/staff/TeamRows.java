package org.hotdesk.staff;

import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;

/** The table of teams. */
interface TeamRows {

    /** A team. */
    record Row(long id, String nameZhCn, String nameEn, long version) {}

    @Query("SELECT id, name_zh_cn, name_en, version FROM staff_team ORDER BY id")
    List<Row> all();

    @Update(
            value = {
                "INSERT INTO staff_team (name_zh_cn, name_en, version)",
                "VALUES (#{zhCn}, #{en}, 1)"
            },
            generatesKey = true)
    long insert(String zhCn, String en);

    @Update({
        "UPDATE staff_team SET name_zh_cn = #{zhCn}, name_en = #{en}, version = version + 1",
        "WHERE id = #{id} AND version = #{version}"
    })
    boolean rename(TeamId id, long version, String zhCn, String en);
}
