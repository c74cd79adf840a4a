package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.CategoryId;
import org.hotdesk.conversation.CategoryTable.CategoryRow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All categories, as far as levels are concerned. */
final class Tree {
    private static final int LEVELS = 3;

    private final Map<Long, Optional<Long>> parents = new HashMap<>();

    Tree(List<CategoryRow> rows) {
        rows.forEach(row -> parents.put(row.id(), row.parent()));
    }

    int size() {
        return parents.size();
    }

    boolean has(long id) {
        return parents.containsKey(id);
    }

    boolean hasChildren(long id) {
        return parents.values().stream().anyMatch(parent -> parent.equals(Optional.of(id)));
    }

    /** Insists that a category, with what is below it, has room under a parent. */
    void requireRoom(Optional<Long> moved, Optional<CategoryId> under) {
        if (under.isEmpty()) {
            return;
        }
        long parent = under.get().value();
        if (!has(parent)) {
            throw Fault.notFound("category", parent);
        }
        if (moved.isPresent() && isWithin(parent, moved.get())) {
            throw Fault.invalid(
                    "parent",
                    "category-circle",
                    new Words("分类不能放到自己下面。", "A category cannot be put below itself."));
        }
        if (level(parent) + moved.map(this::height).orElse(1) > LEVELS) {
            throw Fault.invalid(
                    "parent",
                    "too-deep",
                    new Words("分类最多三级。", "Categories have at most three levels."));
        }
    }

    private Optional<Long> parent(long id) {
        return parents.getOrDefault(id, Optional.empty());
    }

    private boolean isWithin(long id, long whole) {
        return id == whole || parent(id).filter(up -> isWithin(up, whole)).isPresent();
    }

    private int level(long id) {
        return 1 + parent(id).map(this::level).orElse(0);
    }

    private int height(long id) {
        return 1
                + parents.entrySet().stream()
                        .filter(one -> one.getValue().equals(Optional.of(id)))
                        .mapToInt(one -> height(one.getKey()))
                        .max()
                        .orElse(0);
    }
}
