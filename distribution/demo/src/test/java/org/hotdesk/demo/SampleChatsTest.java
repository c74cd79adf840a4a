package org.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.TeamId;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SampleChatsTest {
    private final List<SampleChat> chats = SampleChats.read();

    @Test
    void there_are_a_dozen_in_both_languages() {
        assertThat(chats).hasSizeGreaterThanOrEqualTo(12);
        assertThat(chats).filteredOn(chat -> chat.language().equals("zh-CN")).hasSizeGreaterThan(5);
        assertThat(chats).filteredOn(chat -> chat.language().equals("en")).hasSizeGreaterThan(5);
    }

    @Test
    void the_visitor_speaks_first_and_both_have_something_to_say() {
        assertThat(chats)
                .allSatisfy(
                        chat -> {
                            assertThat(chat.lines().getFirst().side())
                                    .isEqualTo(Author.Side.VISITOR);
                            assertThat(chat.lines()).hasSizeGreaterThanOrEqualTo(5);
                            assertThat(chat.visits()).isNotEmpty();
                            assertThat(chat.category()).isNotBlank();
                        });
    }

    @Test
    void who_answered_works_in_the_team_that_was_asked() {
        var teams =
                Map.of(
                        SampleStaff.PRE_SALES, new TeamId(1),
                        SampleStaff.AFTER_SALES, new TeamId(2));
        List<AgentDetails> accounts = SampleStaff.accounts(teams);

        assertThat(chats)
                .allSatisfy(
                        chat ->
                                assertThat(accounts)
                                        .anySatisfy(
                                                account -> {
                                                    assertThat(account.login())
                                                            .isEqualTo(chat.agent());
                                                    assertThat(account.teams())
                                                            .contains(teams.get(chat.team()));
                                                }));
    }

    @Test
    void customers_and_ratings_are_read_as_they_are_written() {
        SampleChat first = chats.getFirst();

        assertThat(first.customer())
                .hasValueSatisfying(
                        customer -> {
                            assertThat(customer.name()).isEqualTo("沈佳怡");
                            assertThat(customer.tags()).containsExactly("常客", "茶友");
                        });
        assertThat(first.rating())
                .hasValueSatisfying(rating -> assertThat(rating.stars()).isEqualTo(5));
        assertThat(chats).anyMatch(chat -> chat.customer().isEmpty());
        assertThat(chats).anyMatch(chat -> chat.rating().isEmpty());
    }
}
