"""What menus, footers and buttons say on every page, in many languages: no topic or section of one. Data only."""

import re

_LINES: dict[str, str] = {
    "en": r"contact us|"
          r"(?:our )?(?:privacy|cookies?|accessibility|non-?discrimination)(?: \w+)? "
          r"(?:policy|notice|statement|settings|preferences|choices)|"
          r"terms (?:of (?:use|service)|(?:and|&) conditions)|site ?map|imprint|legal notice|disclaimer|"
          r"copyright .*|powered by .*|(?:go|back|return|skip|jump) to .*|scroll (?:up|down|to .*)|"
          r"(?:main |open |close )?menu|main navigation|.*\bfeedback|learn more|find out more|log ?in|sign in|"
          r"register|about us|download(?: .*)?|click here|text \w+ to \d+.*|alerts? in effect|accept(?: all)?",
    "de": r"impressum|datenschutz(?:erklärung|hinweise?)?|kontakt|barrierefreiheitserklärung|"
          r"erklärung zur barrierefreiheit|nutzungsbedingungen|agb|nach oben|"
          r"zum (?:seitenanfang|inhalt|hauptinhalt)|zurück(?: .*)?|anmelden|mehr erfahren",
    "fr": r"contactez-nous|nous contacter|mentions légales|politique de confidentialité|plan du site|"
          r"(?:retour en )?haut de (?:la )?page|retour (?:à|au|aux) .*|aller au .*|se connecter|en savoir plus|"
          r"accessibilité : .*",
    "es": r"contacto|contáctenos|aviso legal|política de (?:privacidad|cookies)|mapa (?:del sitio|web)|"
          r"volver (?:a|al) .*|ir (?:a|al) .*|iniciar sesión|leer más",
    "pt": r"contatos?|contactos?|fale conosco|política de (?:privacidade|cookies)|mapa do s[ií]t(?:e|io)|"
          r"voltar (?:a|ao|para) .*|ir para .*|saiba mais",
    "it": r"contatti|note legali|informativa (?:sulla )?privacy|mappa del sito|torna (?:a|su|all).*|vai al .*|"
          r"accedi",
    "nl": r"contact|privacyverklaring|toegankelijkheidsverklaring|terug naar .*|naar (?:boven|de inhoud)|"
          r"inloggen|lees meer",
    "sv": r"kontakta oss|till (?:toppen|innehållet)|integritetspolicy|tillgänglighetsredogörelse|logga in|"
          r"läs mer",
    "no": r"kontakt oss|til (?:toppen|innhold.*)|personvern(?:erklæring)?|tilgjengelighetserklæring|logg inn|"
          r"les mer",
    "da": r"kontakt os|til toppen|tilgængelighedserklæring|privatlivspolitik|log ind|læs mere",
    "fi": r"ota yhteyttä|takaisin ylös|tietosuoja(?:seloste)?|saavutettavuusseloste|kirjaudu|lue lisää",
    "pl": r"polityka prywatności|deklaracja dostępności|mapa (?:strony|serwisu)|(?:powrót )?do góry|"
          r"przejdź do .*|zaloguj",
    "cs": r"kontakty|prohlášení o přístupnosti|ochrana osobních údajů|mapa stránek|nahoru|přihlásit",
    "hu": r"kapcsolat|adatvédelmi .*|oldaltérkép|vissza .*",
    "ro": r"contactați-ne|harta site-ului|înapoi .*",
    "el": r"επικοινωνία|χάρτης ιστότοπου|πολιτική απορρήτου|επιστροφή .*",
    "ru": r"контакты|политика конфиденциальности|карта сайта|наверх|вернуться .*|назад(?: .*)?|войти|подробнее",
    "uk": r"контакти|політика конфіденційності|карта сайту|вгору|нагору|увійти|детальніше",
    "tr": r"iletişim|gizlilik politikası|site haritası|yukarı(?: çık)?|giriş yap|devamını oku",
    "ar": r"اتصل بنا|سياسة الخصوصية|خريطة الموقع|العودة إلى .*|تسجيل الدخول",
    "he": r"צור קשר|מדיניות פרטיות|חזרה .*",
    "ja": r"お問い合わせ|(?:プライバシー|個人情報)\w*ポリシー|サイトマップ|"
          r"(?:ページ)?(?:トップ|先頭)(?:へ|に)?戻る|ログイン",
    "zh": r"联系我们|聯絡我們|隐私(?:政策|声明)|隱私權?(?:政策|聲明)|(?:网站地图|網站地圖|網站導覽)|"
          r"(?:返回|回到|回)(?:顶部|頂部|首页|首頁)|登录|登入",
    "ko": r"문의하기|개인정보 ?처리방침|사이트맵|맨 위로|로그인",
    "vi": r"liên hệ|về đầu trang|đăng nhập",
    "id": r"hubungi kami|kebijakan privasi|peta situs|kembali ke .*",
}
MENU_LINE = re.compile("|".join(f"(?:{line})" for line in _LINES.values()), re.IGNORECASE)
FILE_NAME = re.compile(r".*\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|epub|jpe?g|png)", re.IGNORECASE)
# Parts of class names of text that only screen readers are told.
HIDDEN_NAMES = re.compile(r"visually-?hidden|sr-only|element-invisible|screen-?reader|a11y-hidden|offscreen|u-hidden")
