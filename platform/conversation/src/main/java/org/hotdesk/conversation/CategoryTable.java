package org.hotdesk.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Category;
import org.hotdesk.api.conversation.CategoryId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;
import java.util.Optional;

/** The tree of categories. */
interface CategoryTable {

    /** A category as the table has it. */
    record CategoryRow(
            long id,
            Optional<Long> parent,
            String code,
            String nameZh,
            String nameEn,
            int place,
            long version) {
        Category toCategory() {
            return new Category(
                    new CategoryId(id),
                    parent.map(CategoryId::new),
                    code,
                    new Words(nameZh, nameEn),
                    place,
                    version);
        }
    }

    @Query("SELECT * FROM conversation_category ORDER BY place, id")
    List<CategoryRow> all();

    @Query("SELECT * FROM conversation_category ORDER BY id FOR UPDATE")
    List<CategoryRow> lockAll();

    @Query("SELECT * FROM conversation_category WHERE code = #{code}")
    Optional<CategoryRow> ofCode(String code);

    @Query("SELECT * FROM conversation_category WHERE id = #{id}")
    Optional<CategoryRow> find(long id);

    @Update(
            value = {
                "INSERT INTO conversation_category (parent, code, name_zh, name_en, place, version)",
                "VALUES (#{c.parent}, #{c.code}, #{c.nameZh}, #{c.nameEn}, #{c.place}, 1)"
            },
            generatesKey = true)
    long insert(CategoryRow c);

    @Update({
        "UPDATE conversation_category SET parent = #{c.parent}, name_zh = #{c.nameZh},",
        "name_en = #{c.nameEn}, place = #{c.place}, version = version + 1",
        "WHERE id = #{c.id} AND version = #{c.version}"
    })
    boolean change(CategoryRow c);

    @Update("DELETE FROM conversation_category WHERE id = #{id}")
    boolean remove(long id);
}
