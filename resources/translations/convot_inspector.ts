<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name></name>
    <message>
        <source>Until this is fixed, Convot rejects these visitors with identity_verification_required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until this is fixed, your visitors can chat as before, but Convot trusts them less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until this is fixed, Convot trusts these visitors less, or rejects them if Require identity verification is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page calls {detail} instead of Convot.identify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot.identify takes one object, and the page passes more than one argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page only puts it into {detail} and does not call Convot.identify with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call is where no browser runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page calls {detail}, but the name is Convot.identify, with exactly these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call is in a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right code is here: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity secret is in Convot under Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity secret is in Convot under Settings → Apps → [your app] → Setup, and the right code is here: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you open the page in a browser, log in, and send me the request that contains {hash}, or the values as the console shows them? The code that you sent does not contain them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you send me the call again exactly as the browser sends it, with nothing hidden or replaced? In the browser&apos;s console, “Copy object” copies it like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you open the page in a browser, log in, and send me the page&apos;s source, or the Convot.identify call with its values?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer which text the server makes user_hash from, and with which line of code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you tell me which app key your page loads? It begins with app_ and is public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has to use the identity secret of that same app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, I have checked what you sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for sending this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once that is done, send me what the page sends, and I will check it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am still looking for the reason and will get back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the call as the browser sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only the lines with the call, or get the call as the browser sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please leave out the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the developer which text the server signs, and with which code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sent has a placeholder from an example in place of {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your page really sends that, please ask your developer to make {hash} on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is only the example, please send me what the browser sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends {field} in a form for which Convot does not say what {hash} has to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sent does not show whether shop_hash is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {field} as plain text, and sign the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send {field} as plain text, and to make {hash} from the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is right for {user_field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is right: the visitor and the shop are verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is right, but Convot does not receive it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If visitors are still shown as anonymous, please check that the page is not an old copy from a cache, that it calls Convot.identify after the visitor has logged in, and that it loads this app&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for sending this. Please act on it today: it contains the identity secret of your app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who has seen that secret can pose as any of your users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then update the secret on your server and redeploy; never put it in a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains the identity secret of another Convot app than the one I checked it for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that app is yours too, click Regenerate identity secret for it in Convot (Settings → Apps → [your app] → Setup), and update the secret on its server. Otherwise please tell me where the text comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That key is in the text that you sent, so it has to be replaced too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is right, but Convot never gets it: {missed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to call Convot.identify with the same values, as Convot&apos;s help article shows: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is right too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is right, but the call does not work as pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is right, but the call does not work as you sent it. {because}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to look at the page&apos;s source, and to correct the call if it is like this there too. If only the copy is damaged, please send me the page&apos;s source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is right, but the page loads another app&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app key in the text is not the one saved for this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load this app&apos;s key in the page, or sign with the secret of the app whose key it loads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is right for the app I checked it for, but the page loads the app key (app_…) of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the app key and the identity secret of the same app. Both are in Convot under Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is right, but Convot rejected a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text also shows identity_verification_required: a session without a right hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which call the rejected session made; see below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is right, but the error identity_verification_required shows that Convot rejected a session: one without a right user_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer whether the page calls Convot.identify more than once, for instance before it has user_hash, whether it is an old copy from a cache, and whether it loads this app&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified, with remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look: {titles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified, with a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was made with the secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is wrong for the app it was checked for, but that may be the wrong app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First check with the other app, or ask which app key the page loads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret could make it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is sent without a hash. Require identity verification is on, so Convot rejects the session with identity_verification_required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page does not tell Convot who the visitor is: it sends neither external_id nor email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external_id or email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Convot, go to Settings → Apps → [your app] → Setup and click Regenerate identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to me when that is done, and I will check the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visitor is verified: user_hash is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text shows values but no Convot.identify call. Without that call Convot never receives them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page may call Convot.identify before it has the hash, and again when it has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one visitor. Also check one who is shown as anonymous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page may be an old copy from a cache. Reload it in a private window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call may come too early. It has to run after Convot&apos;s loader and after the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page may load the key of another app. Look for it in the page&apos;s source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was checked has to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for the cause is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix both; see below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix all of them; see below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the secret ever regenerated? Check with the old one: the server may still use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there an even older secret? Check with that one: the server may still use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which text does the server sign for {value}, and with which line of code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what the browser sends: the request that holds the values, or the page&apos;s source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up which secret the server uses, which text it signs for {field}, and with which code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up which app&apos;s key the page loads. The server has to use the secret of that app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the page sends the placeholder, make the hash on the server instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the secret ever regenerated? The server may still use the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there an even older secret? The server may still use that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the server use the secret of another Convot app?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known mistake with these secrets makes this text. So apart from its form, the secret or the signed text is most likely different too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known mistake with these secrets makes this hash: not one alone, not two together, and not three likely ones. The server most likely used a secret or a text that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known mistake makes this hash: not one alone, not two together, and not three likely ones. The server most likely signed a text that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search ended before it had tried everything. A known mistake is still possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app key in the text is not the one saved for this app: it may be another app&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sent shows the values, but not the call itself. Without a call of Convot.identify, Convot never gets them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your page loads the app key (app_…) of another app than the one I checked it for. Which app is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the visitor is still shown as anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make user_hash on the server and to send it too. The right code is here: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified: user_hash is sent empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends {field}, but user_hash is empty, so Convot cannot know that {field} is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hash to check yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values cannot be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send one of them, and to make user_hash from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {fields} can be read in more ways than can be tried in so long a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not 64 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from Convot: Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is sent empty, so shop is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is not: shop_hash is sent empty, so Convot shows no merchant data for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is only a placeholder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template for the shop was not filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{titles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is sent without shop, so Convot shows no merchant data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text does not contain the {fields} that the browser sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} can be read in more than one way, and the hash proves none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} can be read in more ways than can be tried in so long a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is an object, true or false. Convot does not say how that is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} contains half a character. Convot does not say how that is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one reason: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to do all of this: {requests}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to {requests}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}; {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}; and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} ({shape})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification not required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is set in Convot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes of UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(an empty text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not what Convot computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be inferred from the verified external_id, if that merchant is synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not attached: the shop is not verified, so it is silently ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not attached: no shop is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not show whether merchant revenue data is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted with lower trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted, trust unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot identity check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Checked offline with Convot Inspector {version}: {count} identify calls in {size} characters ({format}).</source>
        <comment>Checked offline with Convot Inspector {version}: 1 identify call in {size} characters ({format}).</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The call at line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require identity verification in Convot: {setting}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right call, with the values of the checked text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this {hash} was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cause was found for this {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for the developer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for the owner of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the developer: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the owner of the app: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For support: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot identity verification: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complete code in {language}, with the secret in the environment variable CONVOT_IDENTITY_SECRET:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the page, with every field that it sends today:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash}: the signed text is {value}, exactly as the page sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash}: the secret is the current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash}: the computation is HMAC-SHA256 with the secret as the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash}: the hash is written in lower-case hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy, open the page as a logged-in visitor, and copy the Convot.identify call with its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it into Convot Inspector: {hash} has to verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once every call verifies, turn on Require identity verification (Settings → Apps → [your app] → Security).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the page sends (line {line} of the checked text):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause and fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This prints the right {hash}. It needs openssl, and the secret in CONVOT_IDENTITY_SECRET:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof: how this {hash} was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computation below gives every character of the hash that was sent. The whole hash was compared, so this is not a guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash}: the server has the right secret: {other} verifies with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cause found for this {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public app key starts with app_ and has letters, digits, - and _ only. Copy it in Convot under Settings → Apps → [your app] → Setup, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16LE with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16BE with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the low byte of each UTF-16 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{charset}, with ? for other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASCII, with ? for other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASCII, without other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASCII, with ? for each other UTF-16 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CESU-8, with each half of a pair on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 read as {charset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 read as {charset}, twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repaired: it was UTF-8 read as {charset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in base64, without =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in base64, with a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in base64, with line feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded from base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm} in capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded as a whole address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded as a part of a path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}, + for a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-decoded, a space for +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a space for +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with + for a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %20 for a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %40 for @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %2B for +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-escaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-escaped with names for letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with HTML&apos;s numbers for letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with &amp;#39; for &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {spelling} for @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with HTML&apos;s numbers for all characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-unescaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-unescaped twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript-escaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded except for /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded except for @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}, with lower-case letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-escaped except for &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML-escaped except for quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript-escaped except for letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with \/ for /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript-escaped for HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with backslashes before quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with quotes doubled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a backslash before &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without backslashes before quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript-unescaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in single quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a JSON text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a JSON text, twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Python shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Python shows bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in escaped quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in backticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in curly quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in angle brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with .0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with .00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without .0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its leading zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a + sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded as JavaScript does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Python shows a floating-point number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded to a whole floating-point number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as PHP shows a large number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in scientific notation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with leading zeros, {count} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with commas between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with points between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with spaces between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with underscores between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with apostrophes between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with no-break spaces between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with narrow no-break spaces between thousands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without “{added}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “{added}” before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without “{added}” at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as an address with https:// and /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as an address with http:// and /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the address of its admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without https:// and /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the shop&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what is before the last “{mark}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with two digits after the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “{added}” after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what is after the last “{mark}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what is after the first “{mark}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what is before the first “{mark}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the part from + to @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as MongoDB shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with urn:uuid:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form}, in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form}, in upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its 16 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its 16 bytes in base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a line feed at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a carriage return and line feed at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a space at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tab at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a carriage return at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a no-break space at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with two line feeds at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a space at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a carriage return and line feed at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a line feed at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tab at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a no-break space at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with spaces at both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the white space at its ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the white space at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the white space at its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the line feed at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the spaces at its ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the domain in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the part before @ in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the domain in upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the first letter in upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with only the first letter in upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a capital for each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the first letter in lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded to lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with spaces for no-break spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its no-break spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without invisible characters, spaces for no-break ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with no-break spaces for spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero-width space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a left-to-right mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero-width joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero-width non-joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a soft hyphen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {name} at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {name} at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with NULs to {count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with marks of the writing direction around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {name} after character {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the domain as xn--…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the domain not as xn--…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with U+{number} for -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with - for typographic hyphens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line feed (end of a line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carriage return (end of a line on Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no-break space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left-to-right mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right-to-left mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow no-break space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacement character (what was here is lost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, which looks like “{letter}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256(key, text), with the secret as the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm}(text), without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-{algorithm}(text, key): the text as the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {kind}… token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part of the {kind}… token after its colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part of the {kind}… token before its colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base64:… key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base64:… key without base64:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bytes of the base64:… key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text of {count} hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {kind}… token without {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one large number with a minus sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first digit of every small byte is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero is missing at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} zeros are missing at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 with line breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64url with the number of =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bytes of a text before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a space for +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in JavaScript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, written twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of the call at line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot sees no user_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified: no user_hash is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call identifies nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no external_id, no email and no user_hash, so the visitor stays anonymous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: signing “{signed}” reproduces this {hash} exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: these mistakes, with “{signed}” as the signed text, reproduce this {hash} exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: this mistake reproduces this {hash} exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: these mistakes together reproduce this {hash} exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user is verified, the shop is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is wrong, so Convot silently ignores the shop and shows no merchant data for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make shop_hash from shop, in the same way as user_hash, and to send both. The right code is here: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop is sent without shop_hash, so it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user is verified, the shop is not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is not: it is sent without shop_hash, so Convot ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is sent without shop, so it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user is verified, the shop cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is right too, so merchant data is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot trusts this identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user is not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash does not verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} (and {second})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{first} (and {count} more mistakes)</source>
        <comment>{first} (and 1 more mistake)</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot tell from this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cannot say yet whether user_hash is right. I will get back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not what Convot computes for this {field} with this app&apos;s secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed another text or used another secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop verifies, so the server has the right secret and most likely signed another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search ended before it had tried everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known mistake makes this hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with an older secret, and ask the developer which text the server signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash does not fit this {field} and the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the identity secret ever been regenerated, or could the server have that of another app?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, I have checked what you sent: user_hash does not fit this {field} and the identity secret, and none of the usual mistakes explains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} was made with the identity secret of a different app from the one I checked it for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is sent without a hash. Convot accepts that with lower trust, but rejects it if Require identity verification is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute user_hash from {field} on the server, and send it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends {field} without user_hash, so Convot cannot know that {field} is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends user_hash without a value, so {field} is not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what the server gives the page: the hash is missing there, or has another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer why the page gets no user_hash from the server: maybe it is not made there, or has another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the page&apos;s template, before the server fills in the values, so I cannot check them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash is sent, but not the value that it signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call has neither external_id nor email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass one of them, and sign that one on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends user_hash, but neither external_id nor email, so it proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send one of them, together with user_hash. The right code is here: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not contain the {fields} that the browser sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for sending this. It does not contain the {fields} that the browser sends, so I cannot check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {fields} can be read in more than one way, and the hash proves none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for sending this. Its {fields} can be read in more than one way, so I cannot check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could you send me the Convot.identify call with its values in quotes, as the browser sends it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored secret cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in Convot under Settings → Apps → [your app] → Setup. Everything else is already shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this app&apos;s identity secret to check the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the 32 bytes that the secret&apos;s digits stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s bytes in the other order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s text, without =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s text, with base64: before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret with base64: before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s text, with a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s text, with line feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s bytes, without =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s bytes, with base64: before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64url of the secret&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64url of the secret&apos;s bytes, without =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the secret&apos;s bytes, with a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a carriage return and line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a no-break space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two line feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} at its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NULs after it, {count} characters in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a double quote after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a semicolon after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a comma after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spaces at both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark at its start and a line feed at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark at its start and a line end at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line feeds at both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escaped quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {quotes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a double quote before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s text in {charset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s text in {charset} with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s bytes ({origin}) read as {charset} and encoded as {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded from hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} and a line feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm} of {text}, in hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm} of {text}, as bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{algorithm} of {text}, in base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s first {count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret&apos;s last {count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first 16 of the secret&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first 24 of the secret&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the identity secret ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} from the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a previous secret, rotated {day} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}, rotated {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a previous secret ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of {app} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letters}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are {count} more.</source>
        <comment>There is 1 more.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Character {place}, “{character}”, is not “{letter}” but {code}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a letter without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} with {mark} between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payload without its hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payload with its hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payload with empty hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the identity&apos;s fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object with {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {two} with {mark} between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {two}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base64 of the hex text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex of the hex text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex with capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {detail} around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “{detail}” between its bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a language shows {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as numbers: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off after {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with white space or invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoded base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with escapes: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with letters for digits: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its bytes read as {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 lower-case hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps}, then {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hash in this call that could be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known mistake makes this {hash} with that secret ({count} combinations).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tried: {secrets}; {count} combinations.</source>
        <comment>Tried: {secrets}; 1 combination.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is right, but Convot does not receive it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right for this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: the secret of the other app makes exactly the hash that was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the outcomes for the app it was checked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the outcomes if Convot received this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {day} without a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked for {app}, without its secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {day} for {app}, without its secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with the secret of {app} ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {day} with the secret of {app} ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: the secret of the other app makes exactly this {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the current secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} previous</source>
        <comment>1 previous</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other apps</source>
        <comment>1 other app</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} tokens in the text</source>
        <comment>1 token in the text</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the server use the secret of another Convot app? Check with that one, or add the app here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} lower-case hex digits</source>
        <comment>1 lower-case hex digit</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hex digits with capitals</source>
        <comment>1 hex digit, a capital</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} characters that could be base64</source>
        <comment>1 character that could be base64</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} characters, not only hex digits</source>
        <comment>1 character, no hex digit</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its signature cannot be checked with an identity secret: it is not HS256, HS384 or HS512.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its signature cannot be checked without the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the secrets stored here verifies its signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its signature verifies with this app&apos;s secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its signature verifies with a previous secret of this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its signature verifies with the secret of another app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its claims: {claims}; {same}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its claims: {claims}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{claim} is this call&apos;s {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{claims} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{detail}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}  (the call at line {line})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require identity verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix (developer): {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix (merchant): {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix (support): {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this {hash} was made, computed and compared with what was sent:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cause was found for this {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, which can be read in more than one way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, which this text does not contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the public app key (app_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an API token (ck_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a webhook secret (whsec_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Shopify Partner token (prtapi_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Shopify access token (shpat_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Shopify app secret (shpss_…), not the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it in Convot under Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a whole line of a settings file. Paste only the 64 characters after the = sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are quotes around it. Paste only the 64 characters between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains spaces, line breaks or invisible characters. Paste only the 64 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret has exactly 64 characters, 0–9 and a–f. This one has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A secret has only the characters 0–9 and a–f. {count} of the 64 here are something else.</source>
        <comment>A secret has only the characters 0–9 and a–f. 1 of the 64 here is something else.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The app already has this secret. Paste the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the app&apos;s current secret, not a previous one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app already has this previous secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the app a name, for example “Acme, production”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most {most} characters. This one has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name contains characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already an app with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{app}” already has this app key. Each app has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the macOS keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNOME Keyring or KWallet (Secret Service)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{app}” has the same secret. Each app has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotated {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the secret that was {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps in the list: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as a previous secret of “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{saved} It was also cleared from your clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fingerprint}, this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove an app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}” and its secrets from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in Convot. To check again, you need the secret again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a previous secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the previous secret {fingerprint} of “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server that still uses it can no longer be recognized then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix, for the developer: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix, for the owner of the app: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programming language: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied: the text has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ways to pass it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is copied when the cause is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket is copied when the cause is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied: there is no text to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied: no identify call was found in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket is copied, with its code in {language} and personal data masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens when the cause is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test call can be made without the signed value and this app&apos;s secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test call is copied. It is cleared from the clipboard after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256 of {field} ({size}) with {secret}, in lower-case hex, compared byte for byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Proven: these {count} mistakes together make exactly the hash that was sent.</source>
        <comment>Proven: this mistake makes exactly the hash that was sent.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {count} apps</source>
        <comment>Import 1 app</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines are skipped; the reason is beside each.</source>
        <comment>1 line is skipped; the reason is beside it.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They will be kept in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {count} of {all} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} apps were added.</source>
        <comment>1 app was added.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} were not: keep your table.</source>
        <comment>1 was not: keep your table.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove these {count} again</source>
        <comment>Remove it again</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} apps were removed again.</source>
        <comment>1 app was removed again.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of them were removed; the others are in the list of apps. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of {app} ({fingerprint})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was chosen by its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste and check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clipboard at every start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy answer for the merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy developer ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit before copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy one answer for all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a valid test call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with the other app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with another secret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never lock automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the value at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import several apps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage apps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot&apos;s article on identity verification (opens your browser)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Convot Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <comment>1 minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Verifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Does not verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing proves this identity. What Convot does depends on the setting below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Nothing to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, but not the value that it signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant revenue data is attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verified shop, but Convot may link the merchant by the verified external_id if that merchant is synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is not verified, so it is silently ignored: no merchant revenue data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shop is sent, so there is no merchant revenue data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, lower trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No external_id is passed, so the email is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email is not signed: external_id is present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not the value that the browser sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: shop_hash signs this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external_id is signed if it is passed, otherwise email. Neither is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external_id is passed, so it is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: this value is signed ({size})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not part of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} bytes</source>
        <comment>1 byte</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Convot Inspector is locked: it has forgotten the secrets. Your text is still here. The next check asks the password store again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {place}. It was also cleared from your clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows may still have it in the clipboard history (Windows key + V).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} saved secrets were found in the password store.</source>
        <comment>1 saved secret was found in the password store.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The list of apps was not up to date and has been completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was missing or damaged and has been restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was not up to date, so its backup is used. Check that none is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was damaged and has been restored from its backup. Check that none is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was damaged; the damaged file was kept. It is restored as soon as the password store can be read: the secrets are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was damaged, and the password store has no secrets of Convot Inspector. The damaged file was kept. Add your apps again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced when copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear where it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was saved by a newer version of Convot Inspector. This one can use it but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cURL command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network capture (HAR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphQL operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruby text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PHP text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with a hash and its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden in this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is executed or sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} calls found</source>
        <comment>1 call found</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} fields read</source>
        <comment>1 field read</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} not in the text: line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is executed or sent anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another product&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out: line {line} ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot Inspector is already open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in its window. This one closes without changing anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard has a picture, but Convot Inspector reads only text. Ask for the text itself. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be opened. What was pasted before is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checked} The app was chosen by its key in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is not checked: the secret of “{app}” is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notice above says what to do. Everything else is already shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{characters} characters, {bytes} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be more in {name}: only its beginning is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: every character is visible and is what it looks like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the secret: in Convot, under Settings → Apps → [your app] → Setup, click Regenerate identity secret. Then update it on the server and redeploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends the secret to every visitor&apos;s browser instead of a hash made with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the secret, and send HMAC-SHA256 of the signed value in {detail}, computed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored secret is not an identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is a placeholder from an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value was sent in place of its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send HMAC-SHA256 of the value, in lower-case hex, computed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send HMAC-SHA256 of the value itself, in lower-case hex, computed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is computed by code in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the hash on the server and give the page only the result. If the identity secret was in a page, rotate it: Settings → Apps → [your app] → Setup, Regenerate identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is not written in hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares it with 64 lower-case hex digits (0–9, a–f). This text has other characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the digest in hex, not base64 or another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} has capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares it with 64 lower-case hex digits, character by character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the digest in lower-case hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} does not have 64 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HMAC-SHA256 and send all 64 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because {hash} does not have the 64 characters that Convot expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is not a field that Convot reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If {detail} is meant to be {value}, rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} looks like a hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {detail} with what is stored, character by character, and correct the one that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is code here, not a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is a template that was not filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} was hidden or changed in this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} was replaced when this was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the address, or copy the values from the browser&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external_id is sent empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave external_id out when there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external_id is sent as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it as text, and sign the same text on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is too large for a JavaScript number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {detail} as text, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White space is signed like any other character. The server must sign exactly the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them where {detail} is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop is not a myshopify.com domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot finds a merchant by the permanent name.myshopify.com domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the shop&apos;s myshopify.com domain, and sign that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without shop it proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed value is external_id if it is passed, otherwise email. Without both there is no identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy has curly quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser would run it as pasted. Chat and mail programs make straight quotes curly, so the page most likely has straight ones. It was checked with those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the page itself. If its quotes are curly too, type straight ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calls in this text send different values for {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each was checked with its own values. In one browser they would be different people: perhaps the page keeps a visitor&apos;s values after another one has logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they come from one page, find out which one is right, and remove or update the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call has no user_hash, but a later one does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is common in single-page apps: they identify at once, and again when the server has sent the hash. Until then, Convot sees an unsigned call and rejects it if Require identity verification is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the hash, then identify once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields were checked anyway, but only Convot.identify({ … }) sends them to Convot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not receive this: Convot.identify takes a single object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields of the second argument were checked, but Convot reads only the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not receive this: {detail} contains only settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields were checked anyway, but nothing passes them to Convot.identify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in a comment, in a string or in a script that browsers ignore. It was checked anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call does not work as pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the page&apos;s source. If the call is like this there too, correct it; else the copy is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It only sets what is shown about the visitor. Nothing in it proves who that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is in the call twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript silently keeps the last one. That one was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends {detail}, which is not a name that Convot reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the page sends {detail}, which is not a name that Convot reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text contains a token that is used as the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hash in this text was made with {detail}. Anyone who has seen the text has that token too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the token at its source. For Convot, use the identity secret, on the server only: Settings → Apps → [your app] → Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in a comment. It was checked anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the call out of the comment, into code that runs when the page is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text contains the identity secret of {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the app it was checked for. Anyone who has seen this text can pose as any user there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For that app, click Regenerate identity secret in Convot, under Settings → Apps → [your app] → Setup. Then update the secret on its server and redeploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text contains an identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who has seen this text can pose as any user of the app. If it comes from a page, everyone can see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} contains the identity secret itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An identity secret has 64 characters, only 0–9 and a–f. No hash was checked with the stored one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in place of a hash, so this is not what a working page sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the call as the browser sends it. If the page sends the placeholder too, compute the hash on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} contains the identifier itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends {value} itself instead of {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the page sends {value} itself instead of {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is a JSON Web Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares it with 64 hex digits and does not read tokens. {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends another kind of token instead of {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the page sends another kind of token instead of {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fact} Anyone who has the secret can pose as any user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256 in hex always has 64. Another length means another algorithm, or text that was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot reads {value}, which this call does not send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is inside another object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot reads {value} only from the call&apos;s own fields, where it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is meant to be the visitor&apos;s {value}, move it to the call&apos;s own fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is 64 hex digits, or the same as a hash of the call. Convot expects the identifier itself here, not a hash of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the identifier itself in {detail} and its hash in {hash}, unless this is the identifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} has characters that only look like Latin letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fact} They are signed as they are, so a server that has the Latin letters makes a different hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text shows how the page gets {detail}, not what the browser sent, so it cannot be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what the browser sends: open the page, and copy the values from the console or the network tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain where {detail} begins and ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not show which characters belong to {detail}, and the hash fits none of the ways to read it. So it cannot be called wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the Convot.identify call itself, or the value in quotes as the browser sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash proves what {detail} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the text marks where this value begins and ends, but the hash fits this way to read it: {fact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has the template&apos;s code in place of the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the call as the browser sends it. If the page sends this too, render the template on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of it was replaced, perhaps only special spaces by plain ones, so what the browser sent is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the value as it is sent. In the browser&apos;s console, “Copy object” gives it. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email protection, a chat or a mail program put something else in its place, such as [email protected] or a link. The live call most likely has the real address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot&apos;s articles do not say whether an empty external_id counts as passed. Here it counts as not passed, so the email is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its digits are signed as text, as JavaScript prints them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript rounds numbers above 9007199254740991, so the browser sends a different number from this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim {detail} both in the page and on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} contains invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are signed like any others. Text copied from a document or a chat often contains them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop is not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot silently ignores an unsigned shop, so it attaches no merchant revenue data for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send {detail} under the name that Convot&apos;s help article uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send {detail} under the name that Convot&apos;s help article uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot reads {value}. The text that was signed is in {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot reads {value} only from the call&apos;s own fields. The text that was signed is in {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {detail} to the call&apos;s own fields, as {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {detail} to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign shop with the same identity secret and send the result as shop_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash is sent without shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send shop with it, or leave both out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither external_id nor email is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass external_id or email in the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not receive this: {detail} is not Convot.identify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the same fields to Convot.identify({ … }), written exactly like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass one object, Convot.identify({ … }), with external_id as one of its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the same fields to Convot.identify({ … }) once the widget is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser runs this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call Convot.identify in code that runs when the page is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot.push carries no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call Convot.identify with external_id or email, and user_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {detail} instead of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot expects {hash} to sign {value}. The hash that was sent is right for {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server, compute the hash of {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} from {detail}, while Convot expects it to be made from {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} from {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the same spelling of {value} in both places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim the value before it is signed and before it is sent. In a shell, use printf &apos;%s&apos; instead of echo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to remove spaces and line breaks around {value} before {hash} is made and before it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them where the value is stored, so that the page and the server have the same text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to remove such characters where {value} is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same letters can be stored in several ways. The server signed {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signed the bytes of the value in {detail}. Convot signs UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encode the value as UTF-8 before it is signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server and the page use different character sets for {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server and the page use different character sets for {signed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the page&apos;s character set on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find where UTF-8 is read as something else, often a database connection or a file, and read it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to find where that happens, and make {hash} from the right text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} as encoded for a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode the value before it is signed, and sign the plain text that the page sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the value before a template or an encoder escapes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed another spelling of the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed text is {signed}, as pasted, {detail}. JavaScript prints as few digits as possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the id as text everywhere: in the database, on the server and in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server writes the number in {signed} differently from the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server writes the number in {signed} differently from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to keep {value} as text in both places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the same {value} in both places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed another form of the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the id into text once, and use that text for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server writes the id in {signed} in a different form from the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server writes the id in {signed} in a different form from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the same form of {value} in both places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server used base64 on {signed} before signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server converts {signed} before it makes {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server converts {signed} before it makes {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server hashed {signed} before it signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} from several values together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign exactly the text that the page sends as {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} from exactly the text that the page sends as {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} in another letter case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signed {signed}, as pasted, {detail}. To a hash, john@ and John@ are different texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server and the page use different capital and small letters in {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server and the page use different capital and small letters in {signed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The white space around {signed} differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed text is {signed}, as pasted, {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server and the page have different spaces or line breaks around {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server and the page have different spaces or line breaks around {signed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible characters differ in {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed text is {signed}, as pasted, {detail}. Copied text often contains such characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server and the page have different invisible characters in {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server and the page have different invisible characters in {signed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed another Unicode form of {signed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server and the page write the same letters of {signed} in different ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server and the page write the same letters of {signed} in different ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store {value} in one form only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to store {value} in one form only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} in another character set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} from {signed} as it is written in a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} from {signed} as it is written in a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} with escapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some characters of {signed} are replaced by others before {hash} is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because some characters of {signed} are replaced by others before {hash} is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} with quotes around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are quotes around {signed} when {hash} is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because there are quotes around {signed} when {hash} is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {signed} with a different beginning or end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {signed} on the server begins or ends differently from the one in the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the {signed} on the server begins or ends differently from the one in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the text itself. Use JSON encoding only for the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the same text that the page sends, with its prefix in both or in neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed {quoted} instead of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that the server has {value} when it computes the hash: log its length, not its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server does not know {value} when it makes {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make sure that the server has {value} at that moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed JSON instead of the value alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signed {detail}, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the text of {value} and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} from a whole set of values instead of {value} alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} from {value} alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed several values together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signed {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign {value} alone. The shop has a hash of its own, shop_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server still uses a previous secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the secret on the server and redeploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server uses the secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was made with the secret of {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was hex-decoded before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server used {detail} as the key. Convot uses the 64 characters as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the secret to HMAC as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was base64-decoded before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the secret as the text that Convot shows: 64 hex digits, not converted, with nothing around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the identity secret exactly as Convot shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to store only the 64 characters of the identity secret, with nothing around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server changes the identity secret before it uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because there is something around the identity secret on the server, such as a space, a line break or quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because no identity secret reaches the code that makes {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to set the identity secret for the running server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} was made with the identity secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because it was made with the identity secret of another app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to put the current identity secret on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the identity secret of the app that the page loads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was made with an old secret, which has been replaced: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server still uses an old identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server still uses an old identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes from the secret of {detail}, not from that of the app it was checked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which app&apos;s key the page loads. The server has to use the secret of that app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its digits also happen to be valid base64, but they are meant as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was base64-encoded before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret has white space around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was the secret with {detail}. Files and copied text often end with a line feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret has quotes or marks around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was the secret {detail}. Docker&apos;s --env-file and some hosts keep quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was changed to another letter case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was the secret {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was converted to another character set before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was a line of the environment file, not the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server used “{detail}” as the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was hashed before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was the {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was {detail}. A database column or a copy cut it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the secret again from Settings → Apps → [your app] → Setup. Make sure that all 64 characters are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed with an empty secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret reached the code: an environment variable is not set, or is set for another process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was the text “{detail}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another token was used as the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to use the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the identity secret of the app whose key the page loads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} with the code of Convot&apos;s help article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server called HMAC with {value} as the key and the secret as the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the identity secret and {value} are mixed up in the code that makes {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to swap the identity secret and {value} in that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server used HMAC with {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot uses SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server hashed the value without the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HMAC with the identity secret as the key, not a plain hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} without the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server computed {detail}. That is not an HMAC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the language&apos;s HMAC function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed a hash of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server computed the hash twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It computed {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is written in base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the digest as 64 lower-case hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to write {hash} as in the code of Convot&apos;s help article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares hex. The digest itself is right, but in {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hex hash was base64-encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest was written in hex first, and that text in base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was written in hex twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hex text was written in hex again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash has capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares lower-case hex, byte for byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because {hash} is written in capital letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write {hash} in lower-case letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to write {hash} in lower-case letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something before or after the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send only the 64 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something before or after {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because there is something before or after {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send only the 64 characters of {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send only the 64 characters of {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is “{detail}” between every two digits, as .NET&apos;s BitConverter and OpenSSL&apos;s -c print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros are missing from the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was printed as numbers ({detail}). Only some visitors are affected: those whose hash has such digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some digits of the hash are letters that look like digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were read as {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash came with {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash has marks between its bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was sent as a program shows it, not as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent is how the language displays {detail} of the digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the library&apos;s own hex output, with two digits for every byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because some characters of {hash} get lost when it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As pasted, it ends after its first {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because {hash} is cut off on its way to the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make room for all 64 characters of {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are in the hash as pasted. Without them it would be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim the hash where the page gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because there are spaces or line breaks in {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to remove spaces and line breaks from {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is percent-encoded base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written in base64 and then encoded for an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is base64 with escapes in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template or a form changed it on the way: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as digits ({detail}), it is the right hash. That happens when it is read from a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text itself instead of reading it from a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some digits of {hash} were read as letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because some digits of {hash} were read as letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy {hash} as text, not from a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to copy {hash} as text, not from a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raw bytes of the hash were sent as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right {hash} was sent as {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap them in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to swap user_hash and shop_hash in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the field to {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the page sends the hash as {detail}, which Convot does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send {detail} as {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash belongs to another call in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} from {detail}, while Convot expects it to be made from {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} from {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and send the same spelling: change the case in both places or in neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the same spelling of {value} in both places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove spaces and line breaks around {value} before {hash} is made and before it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove such characters where {value} is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalize the value once, when it is stored, and use that text for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the page&apos;s character set on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of {signed} were garbled before signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed text is {signed}, as pasted, as {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the letters of {signed} get garbled on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the letters of {signed} get garbled on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find where that happens, and make {hash} from the right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} from exactly the text that the page sends as {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep {value} as text in both places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the same {value} in both places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the same form of {value} in both places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed text is the {detail} of the value, in hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable was empty or not what the code expects, so {quoted} was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not know {value} when it makes {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make sure that the server has {value} at that moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} from a whole set of values instead of {value} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} from {value} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} from several values together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the current identity secret on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the identity secret of the app that the page loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server changes the identity secret before it uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the identity secret exactly as Convot shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something around the identity secret on the server, such as a space, a line break or quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store only the 64 characters of the identity secret, with nothing around them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no identity secret reaches the code that makes {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the identity secret for the running server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim the secret where it is read. In a shell, use printf &apos;%s&apos; instead of echo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them from the environment&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the code only what comes after the = sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has only part of the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server has only part of the identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server has only part of the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy all 64 characters of the identity secret from Convot again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to copy all 64 characters of the identity secret from Convot again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the secret for the running server, and make the code stop if it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret reached the code, or a placeholder from an example was left in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash was made with {detail}, which is in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the identity secret from Convot: Settings → Apps → [your app] → Setup. It has 64 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server uses another key instead of the identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server uses another key instead of the identity secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the identity secret and {value} are mixed up in the code that makes {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap the identity secret and {value} in that line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} with the code of Convot&apos;s help article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} differently from Convot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because the server makes {hash} differently from Convot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and text are swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two arguments. Which one comes first depends on the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sent the plain {detail} of the text. Anyone can compute that, so it proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes {hash} without the identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret and the value were joined and hashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hashed the text with {detail} and signed the resulting bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the first hash. Compute HMAC-SHA256 of {value} once, with the identity secret as the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute HMAC-SHA256 of {value} once, with the identity secret as the key. Look for code that signs what is already signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is written in a form that Convot does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because {hash} is written in a form that Convot does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write {hash} as in the code of Convot&apos;s help article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is written in capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} does not have the 64 characters that Convot expects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some characters of {hash} get lost when it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room for 64 characters: check the database column and the limits of templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is cut off on its way to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room for all 64 characters of {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash contains white space or invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are spaces or line breaks in {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove spaces and line breaks from {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because user_hash and shop_hash are swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap user_hash and shop_hash in the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is sent under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the field {detail}. Convot reads only {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends the hash as {detail}, which Convot does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send {detail} as {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right for the call at {detail}: another visitor, or the same one before a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the hash again whenever {value} changes, and do not share it between visitors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} belongs to another visitor, or to an older {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot does not accept {hash}, because {hash} belongs to another visitor, or to an older {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} again whenever {value} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} again whenever {value} changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted yet. Paste the Convot.identify call that the page sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Convot.identify call here. Looked for Convot.identify({…}) and for an object or JSON with email, external_id, user_hash, shop or shop_hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot.identify is mentioned here but not called. Paste the call with its { … }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot.identify is here only in a comment or a string. No browser runs that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is server code: it computes the hash but has none of the values that a browser sent. Paste the Convot.identify call from the page, or the request from the browser&apos;s network tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a hash, but it is in no call. The values around it can be tried only with the app&apos;s identity secret. Or paste the Convot.identify call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be one more hash, but nothing in the text gives it with the identity secret. Paste it and its value with their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call gets its values from somewhere else. Paste the object that it passes, or what the browser sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is cut off: a closing quote, } or ) is missing. Paste the whole call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of this is missing, and there may be more fields in it. Paste the whole call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of this is missing, and there may be more fields in it. Paste the whole call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JavaScript from here on, so a browser would not run it. A comma or a quote may have been lost in copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON from here on. A comma or a quote may have been lost in copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brackets are nested too deeply to read this. Paste only the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more calls from here on than can be shown. The ones before were checked. Paste the rest separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a call of {vendor}, not of Convot. Its fields, with Convot&apos;s names: {fields}. Paste the Convot.identify call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long to read as a whole. Paste only the part around Convot.identify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Convot.identify call here. This may be a hash, but nothing in the text gives it with the identity secret. Paste the call, or the hash and its value with their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long to read as a whole. Paste only the part with the values, from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a hash, but there is too much text to try all of it as the value that was signed. Paste only the hash and its value with their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not readable text: most of its characters were damaged on the way. Copy it again as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an image or another binary file, not text. Paste the call itself as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_id (external_id), email (email) and user_hash (user_hash, made with Intercom&apos;s secret)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id), email (email) and identifier_hash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user:email (email) and the signature after the address (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>userId (external_id) and traits.email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email (email) and signature (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the external_id and email inside its token; it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subscriberId (external_id) and subscriberHash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the external id (external_id), the address (email) and the auth hash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>userId (external_id), email (email) and hash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email (email) and userHash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id (external_id) and email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id) and email (email)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat_settings.email (email) and chat_settings.email_hash (user_hash, made with Pylon&apos;s secret)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customerDetails.email (email) and customerDetails.emailHash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id), email (email) and the last argument (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id), email (email) and user_hash (user_hash, made with Gist&apos;s secret)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user.id (external_id), user.email (email) and user.authkey (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>userId (external_id), email (email) and userHash (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>userExternalId (external_id), userEmail (email) and userKey (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id), email (email) and signature (user_hash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>externalId (external_id) and email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct_id (external_id) and email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the customer&apos;s email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emailAddress (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first argument (external_id) and email (email); it sends no hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an analytics product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no password store that Convot Inspector can use. You can still check identities, but a secret is forgotten when you close Convot Inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer&apos;s password store is locked, so saved secrets cannot be read yet. Unlock it with the password you use to sign in, or go on with a secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer&apos;s password store does not answer. Look for a password window, perhaps behind this one, then try again. You can still check with a secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store has no room left, so nothing was saved. Remove entries you no longer need (on Windows in Credential Manager) or free disk space, then try again. Secrets saved before are unaffected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not allow Convot Inspector to use the password store. Ask IT about the policy for stored credentials. If Convot Inspector runs as administrator or over a remote shell, start it normally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was NOT saved: the password store did not keep it. Secrets saved before are unaffected. Keep your copy, and try again or use it for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer&apos;s password store did not answer in time, so this is not done yet. As soon as it answers, the list of apps shows whether it was. Keep your copy of a new secret until then. Secrets saved before are unaffected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved secret for “{label}” is no longer in this computer&apos;s password store (this can happen after a password reset). Paste it again; nothing else was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store reported an error. Secrets saved before were not changed. Try again. If it happens again, sign out and in again. You can still check with a secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Convot Inspector is changing the list of apps, so nothing was changed here. Look for a password window that it waits for, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved secret is no longer in this computer&apos;s password store (this can happen after a password reset). Paste it again; nothing else was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved secret for “{label}” can&apos;t be read and was not used. Paste it again to replace it; nothing else was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to the password store was not allowed, so nothing was changed. You can try again. If no password window appeared, unlock the store in the system&apos;s own password program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer&apos;s password store has stopped. Saved secrets are not lost; they can be read when it runs again. Try again, or sign out and in again. You can still check with a secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved secret can&apos;t be read and was not used. Paste it again to replace it; nothing else was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret for “{label}” was kept for this session only and was forgotten when Convot Inspector was locked. Paste it again; saved secrets are unaffected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was kept for this session only and was forgotten when Convot Inspector was locked. Paste it again; saved secrets are unaffected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of apps was saved by a newer version of Convot Inspector. This version can use it but not change it. Update Convot Inspector to add, change or remove apps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right and nearly right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything right: external_id and shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything right: email only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visitor is not identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server signed the email, but external_id is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another letter case in the page: John@Example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break at the end, from echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zero-width space that nobody can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number instead of Shopify&apos;s gid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop without .myshopify.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plus sign that became a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text “undefined” was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values together, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret from before a rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break behind the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes around the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret decoded from hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret and value are swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain SHA-256 without the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of secret and value put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC with SHA-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the hash is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “sha256=” before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off after 32 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two mistakes: echo without -n, and base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash and shop_hash are swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash is sent as userHash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash of the visitor before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placeholder from an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed in the browser, where everyone sees the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curly quotes from a word processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hash that nothing explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user_hash signs external_id when the page sends one, otherwise email. Never both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop_hash signs shop, and is checked on its own: one can be right while the other is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hash is HMAC-SHA256 of exactly the text that the page sends, with the app&apos;s identity secret as the key: its 64 characters as they are, not converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is computed on the server. In the page, everyone could read the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in Convot under Settings → Apps → [your app] → Setup, in the security section. Each app has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate identity secret replaces it: sessions signed with the old one fail from then on, until the server has the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not affected. A shop without a right shop_hash is silently ignored, so no merchant revenue data is shown for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default. Calls with and without a right hash are accepted; those without are trusted less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written as 64 lower-case hex digits, and compared byte for byte: capital letters, a space or base64 make a different hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every widget session without a right user_hash is rejected with identity_verification_required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works, but not as intended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked, and right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings → Apps → [your app] → Security. The choice at the top right of this window only tells this program how it is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs on the server only. If it was in a page, a repository or an email, regenerate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked, and wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No user_hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop is not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template that was not filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is here is not enough to tell. It says nothing against the merchant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cause is named only if repeating the mistake with your secret gives exactly the hash that was sent. If none does, the window says what was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How identity verification works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Require identity verification does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot&apos;s own articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} (packaged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} (from source)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped with {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256 gives RFC 4231&apos;s result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>icon and {count} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an example is read and both its hashes verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no password store here; secrets are kept until the program is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: an entry was written, read and removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{platform}, scale {scale}, theme {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} apps, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in {place} and never shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly what was sent as {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text at line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML&apos;s character references decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent-encoding decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form encoding decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted-printable decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no-break spaces read as spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubled quotes read as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON&apos;s escapes decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backslash escapes decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quotes around it do not belong to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {character} after it belongs to the text around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends at the next space or sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send {hash} as 64 lower-case hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send {hash} as 64 lower-case hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {hash} on the server, and call Convot.identify only once the page has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to make {hash} on the server, and to call Convot.identify only once the page has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for {hash} before the page calls Convot.identify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to wait for {hash} before the page calls Convot.identify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep {hash} as text all the way from the server to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to keep {hash} as text all the way from the server to the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send all 64 characters of {hash}, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask your developer to send all 64 characters of {hash}, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is the word “{fact}”: the page had no hash to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that fills in {detail} had no value: the name is wrong, or the server has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the hash on the server, check the name the page gets it by, and call Convot.identify once it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function that makes the hash is asynchronous, and its Promise was sent instead of its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object was written as text. {} is what JSON makes of a Promise, or of a hash object that was never converted to hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends something other than text as {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends something other than text as {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language itself turned the digest&apos;s bytes into text, and it does not write hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot compares it character by character, and a space or a line feed is a character too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the white space. Look for a line feed after the hash, and for puts, echo or a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256 in hex always has 64. Fewer mean another algorithm, or text that was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HMAC-SHA256 and send all 64 hex digits. Check the database column and the limits of templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC-SHA256 in hex always has 64. More mean another algorithm, or something besides the hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HMAC-SHA256 and send only its 64 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page had no {hash} yet when it called Convot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page had no {hash} yet when it called Convot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is a Promise that was not awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put await in front of the call that makes the hash, and send its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page sends {hash} before it is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page sends {hash} before it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is an object, not the text of a hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the hex text itself: call the method that gives it, such as digest(&quot;hex&quot;), and await a Promise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} describes a byte array, not its contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the bytes as 64 lower-case hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sends a description of {hash} instead of {hash} itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends a description of {hash} instead of {hash} itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} was turned into a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet or a parser took the digits for a number and rounded it, so the hash is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat the hash as text everywhere: in the column, in JSON and in the template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} was turned into a number on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} was turned into a number on its way, and its digits are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} has white space around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} has white space around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} has white space around it, and Convot compares every character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} has capital letters, and Convot expects lower-case ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} has capital letters, and Convot expects lower-case ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is written in base64, not in hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is 32 bytes in base64. Convot compares it with 64 lower-case hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the digest in hex instead of base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is too short: {fact} of 64 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is shorter than the 64 characters that Convot expects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is shorter than the 64 characters that Convot expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is too long: {fact} instead of 64 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is longer than the 64 characters that Convot expects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} is longer than the 64 characters that Convot expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another app, not saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing all apps and their secrets from {place} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with another secret too: {code}. It is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A previous secret of “{app}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (GitHub, GitLab, Jira, Linear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hash is that of this id, so it is the external_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These mistakes give the same hash: {mistakes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with {library} in the page itself, so every visitor has the secret that it is made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with {library}. If that code runs in the page and not on the server, every visitor has the secret that it is made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative bytes have six extra digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative bytes have a minus sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “Regenerate identity secret” in Convot, under Settings → Apps → [your app] → Setup. The current secret of “{name}” becomes a previous one, kept to recognize a server that still uses it. Update the server and redeploy: sessions signed with the old secret fail from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Convot: Settings → Apps → [your app] → Setup, in the security section. It replaces the one that “{name}” has lost. Nothing else changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret that “{name}” had before “Regenerate identity secret”. It is kept to recognize a server that still uses it. Convot does not accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot Inspector cannot open: part of this installation is damaged or missing. Your apps, their secrets and your settings are unchanged. Install it again over this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, I have checked all {count} calls that you sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {lines}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines {lines}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: use “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {count} files were opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was not loaded, because the secrets were locked meanwhile. Paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that was loading is here now, in a case of its own. Ctrl+Tab shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied: the secret of “{app}” is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied: the secret of “{app}” is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid JSON, so no program reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is cut off, so no browser runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is not valid JavaScript, so no browser runs it: line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convot.identify takes one object, with its fields in { … }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code sets Convot.identify instead of calling it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call has two commas in a row, which is not valid JavaScript, so no browser runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddAppDialog</name>
    <message>
        <source>Add an app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acme, production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public app key, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Convot: Settings → Apps → [your app] → Setup, the secret in the security section. A paste that contains the key selects this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when the program closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it (not possible on this computer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppChooser</name>
    <message>
        <source>Opens the list of apps, ready to search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppDetails</name>
    <message>
        <source>Show its code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a previous secret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public app key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. “New secret…” keeps the old one after a rotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotated at an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppDialogs</name>
    <message>
        <source>Remove all data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all apps, their secrets and the settings from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in Convot. To check again, you need the secrets again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All apps, their secrets and the settings are removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppList</name>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the apps by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move through the list, Return chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No app with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No app yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppPopup</name>
    <message>
        <source>Choose an app</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppsDialog</name>
    <message>
        <source>Apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import several…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipboardAtStart</name>
    <message>
        <source>Look in the clipboard at every start too, and check a call that is there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Complete code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret comes from the server&apos;s environment and is never in the code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditAppDialog</name>
    <message>
        <source>Edit the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public app key, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paste that contains the key selects this app.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>What the page sends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforcementCard</name>
    <message>
        <source>Require identity verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleController</name>
    <message>
        <source>Another example app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example app (demo secret)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to print or send (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown, for issue trackers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked: j***@example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains no secret. Hashes are shortened: a right one is a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Convot Inspector stopped this export. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written, and nothing was changed. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return goes to the next match, Escape closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fix as a line of code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Skip these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps to the first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste its identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what the merchant&apos;s page sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acme, production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity secret of the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here in Convot; the page may look a little different:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Convot.identify call, or all of the page&apos;s source: in the browser, right-click the page and choose “View page source”. Copy it there, then paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer keeps no secrets: it is forgotten when the program closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your computer&apos;s password store. Look for a password window, perhaps behind this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HashCard</name>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the cause…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HashDetails</name>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the right hash. It is as good as a password for this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 lower-case hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was computed: that takes the value, its hash and the app&apos;s secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadlineCard</name>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the developer of the page or server to fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the owner of the app to do in Convot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step is yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Convot Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells you, offline, why a Convot identity hash does not verify: which value is signed, whether each hash is right, and which mistake makes exactly the hash that was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics copied. They contain no paste, no secret and no app&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this installation does not work. Install Convot Inspector again; if that does not help, copy this result and send it to us. Your apps and their secrets are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import several apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public app key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a table with one app per line: name, identity secret and, if you have it, public app key. It can come from a spreadsheet or be separated by commas. Then paste it here. Secrets are not shown, only short codes to compare them by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard has no table of apps. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They will be kept for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was cleared from your clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeychainNotice</name>
    <message>
        <source>Waiting for your computer&apos;s password store. Look for a password window, perhaps behind this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as previous secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as an app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a secret for this session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewSecretDialog</name>
    <message>
        <source>New secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the secret again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherSecretDialog</name>
    <message>
        <source>Check with another secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of another app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used only for this text and not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it is: a previous secret of this app, or the secret of another app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Convot Inspector stopped this check. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Convot.identify({ … })

Paste the call here, or drop a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what the page sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which call is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is executed or sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long text: only a part is shown, all of it was checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviousSecretDialog</name>
    <message>
        <source>Add a previous secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous identity secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(an empty text)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarksCard</name>
    <message>
        <source>About the whole call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RightCallDialog</name>
    <message>
        <source>Make a valid test call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it for one minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copies a complete Convot.identify call with the right hashes, to try out in the page&apos;s console yourself. Anyone who has it can pose as this visitor, so do not send it to anyone. It is cleared from the clipboard after a minute, and never in an answer, ticket or export.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>64 characters, 0–9 and a–f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spaces or line breaks around it were left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupPicture</name>
    <message>
        <source>Picture: Settings → Apps → [your app] → Setup in Convot has the secret in its security section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← copy this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareController</name>
    <message>
        <source>The answer is copied. Paste it into your reply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Answer and ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer or ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer for the merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Developer ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as it is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignedCard</name>
    <message>
        <source>Signed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the characters of the value that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the value that the browser sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Require identity verification in Convot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require identity verification in Convot:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No app yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnexplainedView</name>
    <message>
        <source>What would help:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueButton</name>
    <message>
        <source>Show it in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> … (cut here)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueLabel</name>
    <message>
        <source> … (cut here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesPanel</name>
    <message>
        <source>The values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a field empty when the page does not send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Convot Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what the page sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Add the app and its identity secret, once.
2. Paste the Convot.identify call from the merchant&apos;s page, or the JSON that the browser sends.
3. Read here which value is signed, whether each hash verifies, and what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells you why a chat shows “anonymous” visitors or identity_verification_required, and what to do. It works on this computer: nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Convot Inspector stopped the check. Your text is still here; nothing was changed. Try the call alone, without the text around it, and please tell us what kind of text it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No identify call found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are not in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not readable text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XrayDialog</name>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Answer</name>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind regards, …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Code</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Setting</name>
    <message>
        <source>It is set to this in Convot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Ticket</name>
    <message>
        <source>The ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked: j***@example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>Clear the field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
