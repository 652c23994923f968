%% Says of each line, a text in base64, what Erlang reads there: a term's pairs, or that it is none.
%% coding: utf-8
main([Path]) ->
    {ok, Lines} = file:read_file(Path),
    [say(base64:decode(Line)) || Line <- binary:split(Lines, <<"\n">>, [global, trim])].

say(Text) ->
    case catch terms(unicode:characters_to_list(Text)) of
        {ok, Pairs} when is_list(Pairs) -> io:format("~s~n", [[[key(Pair), " "] || Pair <- Pairs]]);
        _ -> io:format("none~n")
    end.

terms(Text) ->
    {ok, Tokens, _} = erl_scan:string(Text),
    erl_parse:parse_term(Tokens).

key({Name, _}) when is_atom(Name) -> base64:encode(atom_to_binary(Name, utf8));
key(_) -> "other".
