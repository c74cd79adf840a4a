package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Categories;
import org.hotdesk.api.conversation.Category;
import org.hotdesk.api.conversation.CategoryId;
import org.hotdesk.api.event.CategoryChanged;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.conversation.CategoryTable.CategoryRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The categories of this server's database. */
@Component
public final class StoredCategories implements Categories {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,100}");
    private static final int NAME = 100;
    private static final int MOST = 500;
    private static final int PLACES = 10_000;

    private final Tables tables;

    @Activate
    public StoredCategories(@Reference Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Category> list() {
        return tables.categories().all().stream().map(CategoryRow::toCategory).toList();
    }

    @Override
    public Category add(Actor actor, Details details) {
        check(actor, details);
        return tables.transactions().runAgainOnDeadlock(() -> insert(actor, details));
    }

    private Category insert(Actor actor, Details details) {
        Tree tree = new Tree(tables.categories().lockAll());
        if (tree.size() >= MOST) {
            throw conflict("too-many-categories", "分类最多 500 个。", "There are 500 categories.");
        }
        tree.requireRoom(Optional.empty(), details.parent());
        try {
            return told(actor, tables.categories().insert(row(0, details, 0)));
        } catch (DuplicateKey taken) {
            throw conflict("code-taken", "这个代码已被使用。", "Another category has this code.");
        }
    }

    @Override
    public Category change(Actor actor, CategoryId id, long version, Details details) {
        check(actor, details);
        return tables.transactions()
                .runAgainOnDeadlock(() -> update(actor, row(id.value(), details, version)));
    }

    private Category update(Actor actor, CategoryRow wanted) {
        Tree tree = new Tree(tables.categories().lockAll());
        CategoryId id = new CategoryId(wanted.id());
        if (!tree.has(wanted.id())) {
            throw Fault.notFound("category", id);
        }
        tree.requireRoom(Optional.of(wanted.id()), wanted.parent().map(CategoryId::new));
        if (!tables.categories().change(wanted)) {
            throw Fault.stale("category", id);
        }
        return told(actor, wanted.id());
    }

    @Override
    public void remove(Actor actor, CategoryId id) {
        actor.require(Permission.CONVERSATION_SET_UP);
        tables.transactions()
                .runAgainOnDeadlock(
                        () -> {
                            Tree tree = new Tree(tables.categories().lockAll());
                            if (tree.hasChildren(id.value())) {
                                throw conflict(
                                        "category-not-empty",
                                        "请先删除下级分类。",
                                        "Remove what is below it first.");
                            }
                            Optional<CategoryRow> gone = tables.categories().find(id.value());
                            gone.ifPresent(row -> removed(actor, row));
                            return gone;
                        });
    }

    private void removed(Actor actor, CategoryRow row) {
        tables.categories().remove(row.id());
        tables.events().record(actor, new CategoryChanged(row.toCategory(), true));
    }

    private Category told(Actor actor, long id) {
        Category category = tables.categories().find(id).orElseThrow().toCategory();
        tables.events().record(actor, new CategoryChanged(category, false));
        return category;
    }

    private static CategoryRow row(long id, Details details, long version) {
        return new CategoryRow(
                id,
                details.parent().map(CategoryId::value),
                details.code(),
                details.name().zhCn().strip(),
                details.name().en().strip(),
                details.place(),
                version);
    }

    private static void check(Actor actor, Details details) {
        actor.require(Permission.CONVERSATION_SET_UP);
        if (!CODE.matcher(details.code()).matches()) {
            throw Fault.invalid(
                    "code",
                    "code-invalid",
                    new Words(
                            "代码为 1 到 100 个小写字母、数字或 -。", "A code has 1 to 100 of a-z, 0-9 and -."));
        }
        if (details.name().zhCn().length() > NAME || details.name().en().length() > NAME) {
            throw Fault.invalid(
                    "name",
                    "name-too-long",
                    new Words("名称最多 100 个字符。", "A name has at most 100 characters."));
        }
        if (details.place() < 0 || details.place() > PLACES) {
            throw Fault.invalid(
                    "place",
                    "place-out-of-range",
                    new Words("顺序为 0 到 10,000。", "A place is between 0 and 10,000."));
        }
    }

    private static Fault conflict(String code, String zhCn, String en) {
        return Fault.of(Fault.Category.CONFLICT, code, new Words(zhCn, en));
    }
}
