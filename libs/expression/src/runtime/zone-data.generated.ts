// Written by `npm run time-zones` from the IANA time zone database; see docs/decisions/0009-time-zones-are-data-of-ours.md.

/** The release of the database. */
export const zoneVersion = '2026c';

/** A name and the number of its line, in base 36. */
export const zoneNames = `
Africa/Abidjan 0
Africa/Accra 0
Africa/Addis_Ababa 1
Africa/Algiers 2
Africa/Asmara 1
Africa/Asmera 1
Africa/Bamako 0
Africa/Bangui 3
Africa/Banjul 0
Africa/Bissau 4
Africa/Blantyre 5
Africa/Brazzaville 3
Africa/Bujumbura 5
Africa/Cairo 6
Africa/Casablanca 7
Africa/Ceuta 8
Africa/Conakry 0
Africa/Dakar 0
Africa/Dar_es_Salaam 1
Africa/Djibouti 1
Africa/Douala 3
Africa/El_Aaiun 9
Africa/Freetown 0
Africa/Gaborone 5
Africa/Harare 5
Africa/Johannesburg a
Africa/Juba b
Africa/Kampala 1
Africa/Khartoum c
Africa/Kigali 5
Africa/Kinshasa 3
Africa/Lagos 3
Africa/Libreville 3
Africa/Lome 0
Africa/Luanda 3
Africa/Lubumbashi 5
Africa/Lusaka 5
Africa/Malabo 3
Africa/Maputo 5
Africa/Maseru a
Africa/Mbabane a
Africa/Mogadishu 1
Africa/Monrovia d
Africa/Nairobi 1
Africa/Ndjamena e
Africa/Niamey 3
Africa/Nouakchott 0
Africa/Ouagadougou 0
Africa/Porto-Novo 3
Africa/Sao_Tome f
Africa/Timbuktu 0
Africa/Tripoli g
Africa/Tunis h
Africa/Windhoek i
America/Adak j
America/Anchorage k
America/Anguilla l
America/Antigua l
America/Araguaina m
America/Argentina/Buenos_Aires n
America/Argentina/Catamarca o
America/Argentina/ComodRivadavia o
America/Argentina/Cordoba p
America/Argentina/Jujuy q
America/Argentina/La_Rioja r
America/Argentina/Mendoza s
America/Argentina/Rio_Gallegos t
America/Argentina/Salta u
America/Argentina/San_Juan v
America/Argentina/San_Luis w
America/Argentina/Tucuman x
America/Argentina/Ushuaia y
America/Aruba l
America/Asuncion z
America/Atikokan 10
America/Atka j
America/Bahia 11
America/Bahia_Banderas 12
America/Barbados 13
America/Belem 14
America/Belize 15
America/Blanc-Sablon l
America/Boa_Vista 16
America/Bogota 17
America/Boise 18
America/Buenos_Aires n
America/Cambridge_Bay 19
America/Campo_Grande 1a
America/Cancun 1b
America/Caracas 1c
America/Catamarca o
America/Cayenne 1d
America/Cayman 10
America/Chicago 1e
America/Chihuahua 1f
America/Ciudad_Juarez 1g
America/Coral_Harbour 10
America/Cordoba p
America/Costa_Rica 1h
America/Coyhaique 1i
America/Creston 1j
America/Cuiaba 1k
America/Curacao l
America/Danmarkshavn 1l
America/Dawson 1m
America/Dawson_Creek 1n
America/Denver 1o
America/Detroit 1p
America/Dominica l
America/Edmonton 1q
America/Eirunepe 1r
America/El_Salvador 1s
America/Ensenada 1t
America/Fort_Nelson 1u
America/Fort_Wayne 1v
America/Fortaleza 1w
America/Glace_Bay 1x
America/Godthab 1y
America/Goose_Bay 1z
America/Grand_Turk 20
America/Grenada l
America/Guadeloupe l
America/Guatemala 21
America/Guayaquil 22
America/Guyana 23
America/Halifax 24
America/Havana 25
America/Hermosillo 26
America/Indiana/Indianapolis 1v
America/Indiana/Knox 27
America/Indiana/Marengo 28
America/Indiana/Petersburg 29
America/Indiana/Tell_City 2a
America/Indiana/Vevay 2b
America/Indiana/Vincennes 2c
America/Indiana/Winamac 2d
America/Indianapolis 1v
America/Inuvik 2e
America/Iqaluit 2f
America/Jamaica 2g
America/Jujuy q
America/Juneau 2h
America/Kentucky/Louisville 2i
America/Kentucky/Monticello 2j
America/Knox_IN 27
America/Kralendijk l
America/La_Paz 2k
America/Lima 2l
America/Los_Angeles 2m
America/Louisville 2i
America/Lower_Princes l
America/Maceio 2n
America/Managua 2o
America/Manaus 2p
America/Marigot l
America/Martinique 2q
America/Matamoros 2r
America/Mazatlan 2s
America/Mendoza s
America/Menominee 2t
America/Merida 2u
America/Metlakatla 2v
America/Mexico_City 2w
America/Miquelon 2x
America/Moncton 2y
America/Monterrey 2z
America/Montevideo 30
America/Montreal 31
America/Montserrat l
America/Nassau 31
America/New_York 32
America/Nipigon 31
America/Nome 33
America/Noronha 34
America/North_Dakota/Beulah 35
America/North_Dakota/Center 36
America/North_Dakota/New_Salem 37
America/Nuuk 1y
America/Ojinaga 38
America/Panama 10
America/Pangnirtung 2f
America/Paramaribo 39
America/Phoenix 1j
America/Port-au-Prince 3a
America/Port_of_Spain l
America/Porto_Acre 3b
America/Porto_Velho 3c
America/Puerto_Rico l
America/Punta_Arenas 3d
America/Rainy_River 3e
America/Rankin_Inlet 3f
America/Recife 3g
America/Regina 3h
America/Resolute 3i
America/Rio_Branco 3b
America/Rosario p
America/Santa_Isabel 1t
America/Santarem 3j
America/Santiago 3k
America/Santo_Domingo 3l
America/Sao_Paulo 3m
America/Scoresbysund 3n
America/Shiprock 1o
America/Sitka 3o
America/St_Barthelemy l
America/St_Johns 3p
America/St_Kitts l
America/St_Lucia l
America/St_Thomas l
America/St_Vincent l
America/Swift_Current 3q
America/Tegucigalpa 3r
America/Thule 3s
America/Thunder_Bay 31
America/Tijuana 1t
America/Toronto 31
America/Tortola l
America/Vancouver 3t
America/Virgin l
America/Whitehorse 3u
America/Winnipeg 3e
America/Yakutat 3v
America/Yellowknife 1q
Antarctica/Casey 3w
Antarctica/Davis 3x
Antarctica/DumontDUrville 3y
Antarctica/Macquarie 3z
Antarctica/Mawson 40
Antarctica/McMurdo 41
Antarctica/Palmer 42
Antarctica/Rothera 43
Antarctica/South_Pole 41
Antarctica/Syowa 44
Antarctica/Troll 45
Antarctica/Vostok 46
Arctic/Longyearbyen 47
Asia/Aden 44
Asia/Almaty 48
Asia/Amman 49
Asia/Anadyr 4a
Asia/Aqtau 4b
Asia/Aqtobe 4c
Asia/Ashgabat 4d
Asia/Ashkhabad 4d
Asia/Atyrau 4e
Asia/Baghdad 4f
Asia/Bahrain 4g
Asia/Baku 4h
Asia/Bangkok 4i
Asia/Barnaul 4j
Asia/Beirut 4k
Asia/Bishkek 4l
Asia/Brunei 4m
Asia/Calcutta 4n
Asia/Chita 4o
Asia/Choibalsan 4p
Asia/Chongqing 4q
Asia/Chungking 4q
Asia/Colombo 4r
Asia/Dacca 4s
Asia/Damascus 4t
Asia/Dhaka 4s
Asia/Dili 4u
Asia/Dubai 4v
Asia/Dushanbe 4w
Asia/Famagusta 4x
Asia/Gaza 4y
Asia/Harbin 4q
Asia/Hebron 4z
Asia/Ho_Chi_Minh 50
Asia/Hong_Kong 51
Asia/Hovd 52
Asia/Irkutsk 53
Asia/Istanbul 54
Asia/Jakarta 55
Asia/Jayapura 56
Asia/Jerusalem 57
Asia/Kabul 58
Asia/Kamchatka 59
Asia/Karachi 5a
Asia/Kashgar 5b
Asia/Kathmandu 5c
Asia/Katmandu 5c
Asia/Khandyga 5d
Asia/Kolkata 4n
Asia/Krasnoyarsk 5e
Asia/Kuala_Lumpur 5f
Asia/Kuching 4m
Asia/Kuwait 44
Asia/Macao 5g
Asia/Macau 5g
Asia/Magadan 5h
Asia/Makassar 5i
Asia/Manila 5j
Asia/Muscat 4v
Asia/Nicosia 5k
Asia/Novokuznetsk 5l
Asia/Novosibirsk 5m
Asia/Omsk 5n
Asia/Oral 5o
Asia/Phnom_Penh 4i
Asia/Pontianak 5p
Asia/Pyongyang 5q
Asia/Qatar 4g
Asia/Qostanay 5r
Asia/Qyzylorda 5s
Asia/Rangoon 5t
Asia/Riyadh 44
Asia/Saigon 50
Asia/Sakhalin 5u
Asia/Samarkand 5v
Asia/Seoul 5w
Asia/Shanghai 4q
Asia/Singapore 5f
Asia/Srednekolymsk 5x
Asia/Taipei 5y
Asia/Tashkent 5z
Asia/Tbilisi 60
Asia/Tehran 61
Asia/Tel_Aviv 57
Asia/Thimbu 62
Asia/Thimphu 62
Asia/Tokyo 63
Asia/Tomsk 64
Asia/Ujung_Pandang 5i
Asia/Ulaanbaatar 4p
Asia/Ulan_Bator 4p
Asia/Urumqi 5b
Asia/Ust-Nera 65
Asia/Vientiane 4i
Asia/Vladivostok 66
Asia/Yakutsk 67
Asia/Yangon 5t
Asia/Yekaterinburg 68
Asia/Yerevan 69
Atlantic/Azores 6a
Atlantic/Bermuda 6b
Atlantic/Canary 6c
Atlantic/Cape_Verde 6d
Atlantic/Faeroe 6e
Atlantic/Faroe 6e
Atlantic/Jan_Mayen 47
Atlantic/Madeira 6f
Atlantic/Reykjavik 0
Atlantic/South_Georgia 6g
Atlantic/St_Helena 0
Atlantic/Stanley 6h
Australia/ACT 6i
Australia/Adelaide 6j
Australia/Brisbane 6k
Australia/Broken_Hill 6l
Australia/Canberra 6i
Australia/Currie 6m
Australia/Darwin 6n
Australia/Eucla 6o
Australia/Hobart 6m
Australia/LHI 6p
Australia/Lindeman 6q
Australia/Lord_Howe 6p
Australia/Melbourne 6r
Australia/NSW 6i
Australia/North 6n
Australia/Perth 6s
Australia/Queensland 6k
Australia/South 6j
Australia/Sydney 6i
Australia/Tasmania 6m
Australia/Victoria 6r
Australia/West 6s
Australia/Yancowinna 6l
Brazil/Acre 3b
Brazil/DeNoronha 34
Brazil/East 3m
Brazil/West 2p
CET 6t
CST6CDT 1e
Canada/Atlantic 24
Canada/Central 3e
Canada/Eastern 31
Canada/Mountain 1q
Canada/Newfoundland 3p
Canada/Pacific 3t
Canada/Saskatchewan 3h
Canada/Yukon 3u
Chile/Continental 3k
Chile/EasterIsland 6u
Cuba 25
EET 6v
EST 10
EST5EDT 32
Egypt 6
Eire 6w
Etc/GMT 6x
Etc/GMT+0 6x
Etc/GMT+1 6y
Etc/GMT+10 6z
Etc/GMT+11 70
Etc/GMT+12 71
Etc/GMT+2 72
Etc/GMT+3 73
Etc/GMT+4 74
Etc/GMT+5 75
Etc/GMT+6 76
Etc/GMT+7 77
Etc/GMT+8 78
Etc/GMT+9 79
Etc/GMT-0 6x
Etc/GMT-1 7a
Etc/GMT-10 7b
Etc/GMT-11 7c
Etc/GMT-12 7d
Etc/GMT-13 7e
Etc/GMT-14 7f
Etc/GMT-2 7g
Etc/GMT-3 7h
Etc/GMT-4 7i
Etc/GMT-5 7j
Etc/GMT-6 7k
Etc/GMT-7 7l
Etc/GMT-8 7m
Etc/GMT-9 7n
Etc/GMT0 6x
Etc/Greenwich 6x
Etc/UCT 6x
Etc/UTC 6x
Etc/Universal 6x
Etc/Zulu 6x
Europe/Amsterdam 6t
Europe/Andorra 7o
Europe/Astrakhan 7p
Europe/Athens 6v
Europe/Belfast 7q
Europe/Belgrade 7r
Europe/Berlin 47
Europe/Bratislava 7s
Europe/Brussels 6t
Europe/Bucharest 7t
Europe/Budapest 7u
Europe/Busingen 7v
Europe/Chisinau 7w
Europe/Copenhagen 47
Europe/Dublin 6w
Europe/Gibraltar 7x
Europe/Guernsey 7q
Europe/Helsinki 7y
Europe/Isle_of_Man 7q
Europe/Istanbul 54
Europe/Jersey 7q
Europe/Kaliningrad 7z
Europe/Kiev 80
Europe/Kirov 81
Europe/Kyiv 80
Europe/Lisbon 82
Europe/Ljubljana 7r
Europe/London 7q
Europe/Luxembourg 6t
Europe/Madrid 83
Europe/Malta 84
Europe/Mariehamn 7y
Europe/Minsk 85
Europe/Monaco 86
Europe/Moscow 87
Europe/Nicosia 5k
Europe/Oslo 47
Europe/Paris 86
Europe/Podgorica 7r
Europe/Prague 7s
Europe/Riga 88
Europe/Rome 89
Europe/Samara 8a
Europe/San_Marino 89
Europe/Sarajevo 7r
Europe/Saratov 8b
Europe/Simferopol 8c
Europe/Skopje 7r
Europe/Sofia 8d
Europe/Stockholm 47
Europe/Tallinn 8e
Europe/Tirane 8f
Europe/Tiraspol 7w
Europe/Ulyanovsk 8g
Europe/Uzhgorod 80
Europe/Vaduz 7v
Europe/Vatican 89
Europe/Vienna 8h
Europe/Vilnius 8i
Europe/Volgograd 8j
Europe/Warsaw 8k
Europe/Zagreb 7r
Europe/Zaporozhye 80
Europe/Zurich 7v
GB 7q
GB-Eire 7q
GMT 6x
GMT+0 6x
GMT-0 6x
GMT0 6x
Greenwich 6x
HST 8l
Hongkong 51
Iceland 0
Indian/Antananarivo 1
Indian/Chagos 8m
Indian/Christmas 4i
Indian/Cocos 5t
Indian/Comoro 1
Indian/Kerguelen 8n
Indian/Mahe 4v
Indian/Maldives 8n
Indian/Mauritius 8o
Indian/Mayotte 1
Indian/Reunion 4v
Iran 61
Israel 57
Jamaica 2g
Japan 63
Kwajalein 8p
Libya g
MET 6t
MST 1j
MST7MDT 1o
Mexico/BajaNorte 1t
Mexico/BajaSur 2s
Mexico/General 2w
NZ 41
NZ-CHAT 8q
Navajo 1o
PRC 4q
PST8PDT 2m
Pacific/Apia 8r
Pacific/Auckland 41
Pacific/Bougainville 8s
Pacific/Chatham 8q
Pacific/Chuuk 3y
Pacific/Easter 6u
Pacific/Efate 8t
Pacific/Enderbury 8u
Pacific/Fakaofo 8v
Pacific/Fiji 8w
Pacific/Funafuti 8x
Pacific/Galapagos 8y
Pacific/Gambier 8z
Pacific/Guadalcanal 90
Pacific/Guam 91
Pacific/Honolulu 8l
Pacific/Johnston 8l
Pacific/Kanton 8u
Pacific/Kiritimati 92
Pacific/Kosrae 93
Pacific/Kwajalein 8p
Pacific/Majuro 8x
Pacific/Marquesas 94
Pacific/Midway 95
Pacific/Nauru 96
Pacific/Niue 97
Pacific/Norfolk 98
Pacific/Noumea 99
Pacific/Pago_Pago 95
Pacific/Palau 9a
Pacific/Pitcairn 9b
Pacific/Pohnpei 90
Pacific/Ponape 90
Pacific/Port_Moresby 3y
Pacific/Rarotonga 9c
Pacific/Saipan 91
Pacific/Samoa 95
Pacific/Tahiti 9d
Pacific/Tarawa 8x
Pacific/Tongatapu 9e
Pacific/Truk 3y
Pacific/Wake 8x
Pacific/Wallis 8x
Pacific/Yap 3y
Poland 8k
Portugal 82
ROC 5y
ROK 5w
Singapore 5f
Turkey 54
UCT 6x
US/Alaska k
US/Aleutian j
US/Arizona 1j
US/Central 1e
US/East-Indiana 1v
US/Eastern 32
US/Hawaii 8l
US/Indiana-Starke 27
US/Michigan 1p
US/Mountain 1o
US/Pacific 2m
US/Samoa 95
UTC 6x
Universal 6x
W-SU 87
WET 82
Zulu 6x
`;

/**
 * `offsets|transitions|rules`, numbers in base 36. Offsets: seconds, the first the earliest. Transitions: seconds since the one before (the first: since the
 * epoch) and the place of the new offset. Rules: month, day, weekday, seconds and the place of the offset.
 */
export const zoneLines: readonly string[] = `
-qw,0|-u9rgl4,1|
6tg,6y0,8c0,7n0|-w6p5hg,1 aiwqjg,2 sg1a0,1 3nbte0,3 2wu1z0,2|
kc,fl,0,2s0,5k0|-154gb8c,1 afgo4r,2 2qx1nl,3 5luo0,2 8y800,3 a4tc0,2 7vc00,3 auqo0,2 7idc0,3 b7pc0,2 6sg00,3 cyo00,2 7ayo0,3 53c00,2 9idxc0,3 3i040,2 51mw0,3 253uk0,4 9o2k0,3 92040,4 8l3s0,3 jutc0,2 4uy840,3 3rdzw0,2 46xc00,3 7x6o0,2 2xco40,3 gkao0,4 9d440,3 kiqg0,2 9d440,3 9q2s0,2 9cyk0,3|
mn,0,1e0,2s0|-xnxnan,1 1kdnan,0 2ve7dd,2 2yfgkn,3|
-2vw,-2s0,0|-u9rek0,1 wvoyo0,2|
616,5k0|-vu3fd6,1|
5sl,5k0,8c0|-1054wgl,1 krj48l,2 40d80,1 a31g0,2 7x3w0,1 a4w40,2 aqyk0,1 80ys0,2 b07w0,1 7tk40,2 b07w0,1 8jhg0,2 a8fw0,1 60go40,2 7el80,1 awo40,2 7v980,1 awqw0,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 f9x80,2 3i040,1 eluk0,2 462s0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 b5rw0,2 7m5g0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 ayd80,2 7ves0,1 awik0,2 7ves0,1 awik0,2 7ves0,1 aqvs0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7k580,1 b5xg0,2 6u7w0,1 bvus0,2 6h980,1 c8tg0,2 64ak0,1 cyqs0,2 5anw0,1 1jms0,2 12t80,1 1w22s0,2 25p80,1 1sw40,2 2vmk0,1|4,o,5,0,2 a,q,5,0,1
-1ek,0,2s0|-tblt9g,1 di7nxg,2 3huk0,1 51k40,2 2znuk0,1 2dp9g0,2 776k0,1 8nt2s0,2 657w0,1 3ifxg0,2 3jp80,1 va040,2 4qak0,1 e1ms0,2 7pp80,1 cnms0,2 3afw0,1 2xi840,2 xqqk0,1 bp56s0,2 4qak0,1 e1ms0,2 45x80,1 d2g40,2 51ek0,1 c8tg0,2 64ak0,1 e1sc0,2 47uo0,1 1leo0,2 23xc0,1 asw00,2 3lmo0,1 1qyo0,2 40g00,1 7x6o0,2 4mo00,1 1stc0,2 4deo0,1 7x6o0,2 3ylc0,1 1stc0,2 51hc0,1 7x6o0,2 3lmo0,1 1stc0,2 5reo0,1 7k800,2 2vpc0,1 25s00,2 64dc0,1 7k800,2 2iqo0,1 1stc0,2 gkao0,1 1stc0,2 g7c00,1 25s00,2 g7c00,1 1stc0,2 g7c00,1 25s00,2 g7c00,1 1stc0,2 gkao0,1 1stc0,2 g7c00,1 25s00,2 g7c00,1 1stc0,2 9cyk0,1|
-zg,0,2s0,5k0|-100edc0,1 91vek0,2 7x3w0,1 2vt440,2 8sqs0,1 ssyk0,2 8n6s0,1 9px80,2 905g0,1 a2yo0,2 902o0,1 k69dc0,2 657w0,1 3ifxg0,2 3jp80,1 va040,2 4qak0,1 e1ms0,2 7pp80,1 cnms0,2 3afw0,1 2xi840,2 129us0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
-2g0,-2s0,0,2s0|-isdxk0,1 m2g0c0,2 vek0,3 4qak0,2 e1ms0,3 7pp80,2 cnms0,3 3afw0,2 fke5g0,3 4qak0,2 e1ms0,3 45x80,2 d2g40,3 51ek0,2 c8tg0,3 64ak0,2 e1sc0,3 47uo0,2 1leo0,3 23xc0,2 asw00,3 3lmo0,2 1qyo0,3 40g00,2 7x6o0,3 4mo00,2 1stc0,3 4deo0,2 7x6o0,3 3ylc0,2 1stc0,3 51hc0,2 7x6o0,3 3lmo0,2 1stc0,3 5reo0,2 7k800,3 2vpc0,2 25s00,3 64dc0,2 7k800,3 2iqo0,2 1stc0,3 gkao0,2 1stc0,3 g7c00,2 25s00,3 g7c00,2 1stc0,3 g7c00,2 25s00,3 g7c00,2 1stc0,3 gkao0,2 1stc0,3 g7c00,2 25s00,3 g7c00,2 1stc0,3 9cyk0,2|
56o,460,5k0,8c0|-14nj6io,1 5rpt0o,2 kn7o60,3 9cyk0,2 9d440,3 9cyk0,2|
5us,5k0,8c0|-kcrsis,1 kixuys,2 8l6k0,1 a4w40,2 8n180,1 a6qs0,2 8n180,1 a31g0,2 8ovw0,1 a16s0,2 8qqk0,1 9zc40,2 8sl80,1 9xhg0,2 8wak0,1 9ts40,2 8y580,1 a4w40,2 8n180,1 a31g0,2 8ovw0,1 a16s0,2 8sl80,1 9xhg0,2 8ufw0,1 9vms0,2 8wak0,1 9ts40,2 8y580,1 a4w40,2 8ovw0,1 a16s0,2 8qqk0,1 7frw40,2 azg180,1|
60w,5k0,8c0|-kcrsow,1 kixv4w,2 8l6k0,1 a4w40,2 8n180,1 a6qs0,2 8n180,1 a31g0,2 8ovw0,1 a16s0,2 8qqk0,1 9zc40,2 8sl80,1 9xhg0,2 8wak0,1 9ts40,2 8y580,1 a4w40,2 8n180,1 a31g0,2 8ovw0,1 a16s0,2 8sl80,1 9xhg0,2 8ufw0,1 9vms0,2 8wak0,1 9ts40,2 8y580,1 a4w40,2 8ovw0,1 a16s0,2 8qqk0,1 7frw40,2 9ac180,1|
-1zw,-226,0|-qj6zc4,1 rl202a,2|
2sc,2s0,5k0|-u9rk4c,1 zdk5cc,2 7iak0,1|
18w,-1p9,0,2s0|-18vsjww,1 em12kw,2 1jbm840,3 irxc0,2|
2fw,2s0,5k0|-q3gfrw,1 gl6ajw,2 422c0,1 xado0,2 4bbo0,1 wrpg0,2 4s580,1 1kdpg0,2 c05bw0,1 4mqs0,2 9et80,1 9d440,2 9et80,1 9eys0,2 9et80,1 9mdg0,2 95jw0,1 9io40,2 9cyk0,1 99es0,2 9et80,1 9eys0,2 9et80,1 9d440,2 9et80,1 b2840,2 3cf3w0,1 9kis0,2 855s40,1 75eo0,2|
1vw,fl,2s0,5k0|-1a9dr7w,1 fke44b,2 enxevl,3 b5uo0,2 53c00,3 u8w00,2 7x9g0,3 c8w80,2 7k800,3 z3w0,2 ew40,3 8bx80,2 9d440,3 9nx00,2 925o0,3 8l100,2 gi3440,3 7k800,2 b9k00,3 7vc00,2 51mw00,3 5ytc0,2 9d1c0,3 9d1c0,2 b9k00,3 7thc0,2 7m0tc0,3 7tk40,2 93us0,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2|
360,460,5k0,8c0,2s0|-14nj4i0,1 5rpr00,2 kn7o60,3 9cyk0,2 qm87w0,4 8lho0,2 ast80,4 7x9g0,2 b5rw0,4 7kas0,2 b5rw0,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 b5rw0,4 7kas0,2 b5rw0,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 b5rw0,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 b5rw0,4 7kas0,2 b5rw0,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2|
xya,-wpq,-uk0,-rs0,-p00|-1hc7qjz,1 h4z1xp,2 ln70qa,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 j2yk0,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3|3,8,0,5k0,4 b,1,0,5k0,3
12wo,-rrc,-rs0,-p00,-m80|-1hc7qjz,1 h4ywzb,2 ln72wo,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 j2yk0,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 8a840,4 afuk0,3 8a840,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3|3,8,0,5k0,4 b,1,0,5k0,3
-c8p,-b40,-8c0|-10xhp3b,1 mhp1jb,2 1s3hg0,1|
-8xc,-8c0,-5k0|-t85j2o,1 99k8mo,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 2yl440,2 64ak0,1 c8tg0,2 6u7w0,1 bxpg0,2 7iak0,1 biw40,2 6u7w0,1 biw40,2 7k580,1 biw40,2 6u7w0,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1 51udg0,2 64ak0,1|
-ato,-bw0,-b40,-8c0,-5k0|-138aaic,1 db2bqc,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,3 bvus0,4 6u7w0,3 bvus0,4 776k0,3 7qcg40,4 3yik0,3 b5xg0,4 7k580,3|
-c6k,-bw0,-b40,-8c0,-5k0|-138a95g,1 db2adg,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,2 bvxk0,4 6u540,3 bvus0,4 776k0,3 5v42s0,2 z9g0,3 1u93w0,4 3yik0,3|
-bw0,-b40,-8c0,-5k0|-px7ys0,1 5iv8k0,2 67zw0,1 a4w40,2 73h80,1 cls40,2 66580,1 cls40,2 66580,1 cls40,2 66580,1 cls40,2 67zw0,1 cls40,2 66580,1 cls40,2 66580,1 cls40,2 66580,1 cls40,2 67zw0,1 6a040,2 hy7w0,1 6a040,2 xovw0,1 3uys0,2 18nbw0,1 b0dg0,2 8ve2k0,1 3uys0,2 3yik0,1 bqas0,2 71mk0,1 bqas0,2 71mk0,1 bqas0,2 8ovw0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 28t6k0,3 51ek0,2 7m2qs0,3 4tzw0,2 biw40,3 776k0,2 bvus0,3 6u7w0,1 bvxk0,3 6u540,2 bvus0,3 776k0,2 7qcg40,3 3yik0,2 b5xg0,3 7k580,2|
-c3c,-bw0,-b40,-8c0,-5k0|-138a98o,1 db2ago,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,2 c8w80,3 776k0,2 ag040,4 7k2g0,3 bvus0,4 776k0,3 7qcg40,4 3yik0,3|
-cdo,-bw0,-b40,-8c0,-5k0|-138a8yc,1 db2a6c,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6qik0,2 3g880,3 8jbw0,4 6u7w0,3 bvus0,4 776k0,3 5v42s0,2 z9g0,3 1u93w0,4 3yik0,3|
-cqs,-bw0,-b40,-8c0,-5k0|-138a8l8,1 db29t8,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,2 bktk0,3 71mk0,2 bqas0,3 73h80,2 bvus0,4 773s0,3 5unes0,2 6hes0,3 1p7mk0,4 3yik0,3|
-ctg,-bw0,-b40,-8c0,-5k0|-138a8ik,1 db29qk,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,3 bvus0,4 6u7w0,3 bvus0,4 776k0,3 5v42s0,2 z9g0,3 1u93w0,4 3yik0,3|
-c44,-bw0,-b40,-8c0,-5k0|-138a97w,1 db2afw,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,2 bvxk0,4 6u540,3 bvus0,4 776k0,3 7qcg40,4 3yik0,3|
-cos,-bw0,-b40,-8c0,-5k0|-138a8n8,1 db29v8,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6qik0,2 3g880,3 8jbw0,4 6u7w0,3 bvus0,4 776k0,3 5v2840,2 2txg0,3 1sgak0,4 3yik0,3|
-cac,-bw0,-b40,-8c0,-5k0|-138a91o,1 db2a9o,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 7pp80,2 b2aw0,3 71mk0,2 4qg40,3 6s8ik0,2 2txg0,3 1sgak0,4 14nw0,3 2gys0,2 b5xg0,3 7k580,2 b5xg0,3|
-c2s,-bw0,-b40,-8c0,-5k0|-138a998,1 db2ah8,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,2 bvxk0,4 6u540,3 bvus0,4 776k0,3 5v42s0,2 mas0,3 1um2k0,4 3yik0,3 b5xg0,4 7k580,3|
-cnc,-bw0,-b40,-8c0,-5k0|-138a8oo,1 db29wo,2 5iv8k0,3 67zw0,2 a4w40,3 73h80,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 66580,2 cls40,3 67zw0,2 6a040,3 hy7w0,2 6a040,3 xovw0,2 3uys0,3 18nbw0,2 b0dg0,3 8ve2k0,2 3uys0,3 3yik0,2 bqas0,3 71mk0,2 bqas0,3 71mk0,2 bqas0,3 8ovw0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 28t6k0,4 51ek0,3 7m2qs0,4 4tzw0,3 biw40,4 776k0,3 bvus0,4 6u7w0,3 bvus0,4 6u7w0,3 bvus0,4 776k0,3 5v0dg0,2 12ys0,3 1u93w0,4 3yik0,3|
-aog,-b40,-8c0|-jy93zk,1 ldwofk,2 s4vw0,1 s6w40,2 7tek0,1 b0dg0,2 7rjw0,1 b0dg0,2 7rjw0,1 b0dg0,2 9cyk0,1 9eys0,2 9et80,1 9eys0,2 9cyk0,1 9eys0,2 9cyk0,1 9eys0,2 9cyk0,1 9eys0,2 9et80,1 9eys0,2 9cyk0,1 9eys0,2 9cyk0,1 9eys0,2 9cyk0,1 9eys0,2 9et80,1 9eys0,2 9cyk0,1 ahus0,2 8a2k0,1 9eys0,2 9cyk0,1 9o840,2 7k580,1 b7s40,2 93p80,1 9gtg0,2 7nuk0,1 b42s0,2 7lzw0,1 b5xg0,2 7tek0,1 b9ms0,2 776k0,1 biw40,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 9cyk0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 a31g0,2 7k580,1 b5xg0,2 7k580,1 b5xg0,2 7k580,1 biw40,2 776k0,1 biw40,2 776k0,1 biw40,2 8zzw0,1 905g0,2 9px80,1 905g0,2 9px80,1 9d440,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8zzw0,1 9q2s0,2 8zzw0,1 9q2s0,2 8zzw0,1 a31g0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8zzw0,1 9q2s0,2 8zzw0,1 9q2s0,2 8zzw0,1 9q2s0,2 8zzw0,1 a31g0,2|
-eq8,-eso,-dw0|-15r0uls,1 9jvmqg,2|
-74s,-8c0,-5k0|-t85kv8,1 99kaf8,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 cyqs0,2 64ak0,1 cls40,2 5rbw0,1 dbpg0,2 51ek0,1 dbpg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 64ak0,1 c8tg0,2 6u7w0,1 bxpg0,2 7iak0,1 biw40,2 6u7w0,1 biw40,2 7k580,1 biw40,2 6u7w0,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1 4irc40,2 6u7w0,1|
-jho,-jg0,-go0,-dw0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 591h80,1 s5qoc0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,3 asqg0,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2|
-b1h,-b40,-8c0,-9q0|-ug8iaj,1 fzq06j,2 6w840,1 cjrw0,2 6hes0,1 b7mk0,3 7ves0,1 h3dpc0,2 5rbw0,1 a31g0,2 8n180,1 a31g0,2 8n180,1 ag040,2 84ik0,1|
-8z8,-8c0,-5k0|-t85j0s,1 99k8ks,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1|
-gc0,-go0,-fa0,-dw0|-u52ic0,1 3edkc0,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 6uc20,3 1t67w0,1 xulg0,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6ham0,1 c8s20,2 6u9a0,1 bvte0,2 6u9a0,1 bvte0,2 6u9a0,1 c8s20,2 6ham0,1 319de0,3 3e580,1 4mcys0,3 2vmk0,1|
-b8g,-b40,-8c0|-t85grk,1 99k93k,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 62xk40,2 7k580,1 biw40,2 cvw0,1|
-dps,-dw0,-b40|-srdoy8,1 14f1hi8,2 eefw0,1|
-lip,-m80,-jg0,-go0|-18y0gg0,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 1um840,2 9s7jw0,3 1wd180,2 b9gdg0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 51k40,3 doik0,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
0,-jg0,-go0,-dw0|-q3gdc0,1 bjeec0,2 1wd180,1 dvfpg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ipzw0,3 b5mc0,2 idcc0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-a44,-b40,-8c0|-t85hvw,1 99ka7w,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 cyqs0,2 64ak0,1 cls40,2 5rbw0,1 dbpg0,2 51ek0,1 dbpg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 64ak0,1 c8tg0,2 6u7w0,1 bxpg0,2 7iak0,1 biw40,2 6u7w0,1 biw40,2 7k580,1 biw40,2 6u7w0,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1 cls40,2 64ak0,1 dfes0,2 5nmk0,1 c8tg0,2 6h980,1 dbpg0,2 5rbw0,1 bvus0,2 6h980,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6u7w0,1 c8tg0,2 64ak0,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1|
-g2g,-go0,-dw0,-b40|-p1u7c0,1 vb0dk0,2 j8d00,1 6x2wc0,2 afuk0,1 8a840,2 ipzw0,3 64ak0,2 4bms0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 51k40,2|
-ce8,-ce4,-ci0,-b40|-15r0wxs,1 bjfjzw,2 rlo83w,3 meoxm0,2 4dps00,3|
-9ow,-b40,-8c0|-uj7yb4,1 tcw6r4,2|
-g8c,-go0,-dw0|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bvus0,2 776k0,1 7kas0,2 b5rw0,1 9d440,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 7x9g0,2 dbjw0,1 8a840,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 6w840,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-jn8,-jg0,-go0,-dw0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 xes2s0,3 afuk0,2 8a840,3 afuk0,2 iq5g0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2|
-jpw,-jg0,-go0,-dw0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 xes2s0,3 afuk0,2 8a840,3 afuk0,2 iq5g0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 77c40,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 dgyc0,1|3,8,0,5k0,2 b,1,0,5k0,1
-fkd,-go0,-dw0|-pjw8fn,1 ubtl3n,2 51ek0,1 doo40,2 51ek0,1 5jso40,2 8drw0,1 acas0,2 2xh80,1|
-dcg,-d39,-dw0,-b40,-8c0|-15r0vzk,1 ag6l2t,2 3dlssr,1 157b79,3 f4e0r,1 49hzb9,3 aye0r,2 7ves0,3 awik0,2 7ves0,3 awik0,2 7ves0,3 awik0,2 7ves0,3 ayd80,2 7ves0,3 534ik0,2 351g0,3 2fnh80,2 2mg00,3 b73400,4 7k580,3 c8tg0,4 6h980,3 a31g0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 ag040,4 8a2k0,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 9cyk0,3 9d440,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 9q2s0,4 8zzw0,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 8n180,3 a31g0,4 7x3w0,3 a31g0,4 9px80,3 9q2s0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 8n180,3 a31g0,4 7x3w0,3 asys0,4 8zzw0,3 9q2s0,4 ast80,3 5eis0,4 cyl80,3 6hes0,4 c8nw0,3 6udg0,4 bvp80,3 6udg0,4 vonw0,3 4olg0,4 e1h80,3 4olg0,4 e1h80,3 4olg0,4 c8nw0,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 7x9g0,4 ast80,3 8a840,4 afuk0,3 7x9g0,4 b5rw0,3 7x9g0,4|
-kr6,-jg0,-go0|-18y0j80,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 zjedo,1 4olg0,2 9et80,1 bs6lmc,2 9cyk0,1|
-adw,-b40,-8c0|-t85hm4,1 99k9y4,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 cyqs0,2 64ak0,1 cls40,2 5rbw0,1 dbpg0,2 51ek0,1 dbpg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 64ak0,1 c8tg0,2 6u7w0,1 bxpg0,2 7iak0,1 biw40,2 6u7w0,1 biw40,2 7k580,1 biw40,2 6u7w0,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1 w5hg0,2 5nmk0,1 c8tg0,2 6h980,1 dbpg0,2 5rbw0,1 bvus0,2 6h980,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6u7w0,1 c8tg0,2 64ak0,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1|
-3gg,-8c0,-5k0,0|-rvusjk,1 x8nx3k,2 8zrk0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 53hk0,3|
-ptg,-p00,-m80,-jg0|-1079suk,1 97l62k,2 a2vw0,1 asys0,2 882c0,1 bmiwc0,2 1wd180,1 a7n3w0,3 9q000,1 465k00,2 3e2is0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3|
-m9k,-m80,-jg0|-18vrweg,1 hw36ug,2 a2vw0,1 c5jxg0,2 1wd180,1 tj1g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2|
-jfw,-jg0,-go0|-18y0j80,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 2vmk0,1 ataw40,2 1wd180,1 a7n9g0,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-fdn,-go0,-dw0,-b40|-xx8dyd,1 5eraud,2 dyeyk0,3 1wd180,2 1c9440,3 7x3w0,2 9rlbxo,3 71s2c,2 9d440,3 9cyk0,2 2cmdg0,3 9cyk0,2 3lpg0,3 f4d80,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-l0g,-jg0,-go0|-x1yazk,1 629ink,2 a2vw0,1 8n6s0,2 29ek0,1 h6lg0,2 9px80,1 905g0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 9l0g40,2 1wd180,1 tj1g0,2 7x3w0,1 ctzk40,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2|
-cxs,-dw0,-b40|-t85f28,1 99ka68,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 2yy2s0,2 6h980,1 7hg2s0,2 2t2t80,1|
-gio,-go0,-dw0|-pkm4tc,1 ymao5c,2 7k580,1 b5xg0,2 7k580,1|
-lo4,-jg0,-m80|-p1u4k0,1 11juo0,2 1sm040,1 1si580,2 71s40,1 9cyk0,2 5iidg0,1 1ux6k0,2 18uw40,1 eluk0,2 oa5g0,1 7iak0,2 b6300,1 7x3w0,2 asys0,1 7x3w0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 9q000,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9px80,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 3lpg0,1 f4d80,2 64g40,1 clmk0,2 9d440,1 9px80,2 905g0,1 9px80,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9px80,2 905g0,1 9px80,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2|3,8,0,5k0,1 b,1,0,5k0,2
-mpz,-m80,-jg0|-18vrvy1,1 hw36e1,2 a2vw0,1 c5jxg0,2 1wd180,1 tj1g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2|
-fye,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 baw840,2 51ek0,1 6w840,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 19q7w0,1 asys0,2 5qonw0,3 9cyk0,2 9d440,3 9cyk0,2 ihslg0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-74o,-8c0,-5k0|-t85kvc,1 99kafc,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 514g40,2 7k580,1 biw40,2 puk0,1 id6s0,2 6h980,1|
-b3o,-b40,-8c0|-z94kwc,1 89fk8c,2 a2vw0,1 c5jxg0,2 1wd180,1 3y8g40,2 7x3w0,1 9pa5g0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-9kw,-8c0,-5k0,-2s0|-rvumf4,1 x8nqz4,2 8zrk0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2|3,o,6,1rw0,3 a,p,0,0,2
-b6s,-9rg,-6zg,-9q0,-6y0,-b40,-8c0,-5k0|-18vs7h8,1 hw35go,2 a2vw0,1 8kjbw0,3 kzjyk,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 biw40,4 776k0,3 biw40,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 1roo40,3 biw40,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 biw40,4 7k580,3 ag040,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 9px80,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9px80,3 6y2s0,5 22420,6 9px80,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9px80,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9px80,5 905g0,6 9px80,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9px80,5 905g0,6 9px80,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 9d440,6 9cyk0,5 8a2lo,6 afuk0,5 8a840,7 asqg0,5 7xc80,6 ast80,5 7x9g0,6 ast80,5 8a840,6 afuk0,5 8a840,6 afuk0,5 8a840,6 ast80,5 7x9g0,6 ast80,5 7x9g0,6 ast80,5 8a840,6 afuk0,5 8a840,6 afuk0,5 8a840,6 afuk0,5 8a840,6 ast80,5 7x9g0,6 ast80,5 7x9g0,6 ast80,5 8a840,6 afuk0,5 8a840,6 afuk0,5 8a840,6 ast80,5 7x9g0,6 ast80,5 7x9g0,6 ast80,5 6udg0,6 c8nw0,5 6hes0,6 c8nw0,5 6hes0,6 c8nw0,5 6udg0,6 c8nw0,5 6hes0,6|3,8,0,5k0,6 b,1,0,5k0,5
-d68,-e7y,-dw0,-b40|-15r0w5s,1 biv7pq,2 z3brw2,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-grg,-go0,-dw0|-qqqskk,1 ss0akk,2 4ofw0,1 4tidg0,2 6djw0,1 3wwas0,2 8n180,1 7n5ms0,2 7x3w0,1|
-es8,-ejc,-dw0,-b40|-15r0ujs,1 le9mf4,2 wb620o,3 3jp80,2|
-arr,-b40,-af0,-8c0|-uhmik9,1 1va8c9,2 vj6nb0,3 8p0jd0,1|
-bs0,-b40,-8c0|-z94k80,1 777go0,2 9et80,1 st9o0,2 a2vw0,1 ssyk0,2 5rbw0,1 cv1g0,2 69uk0,1 c6ys0,2 6kyk0,1 ci2s0,2 67zw0,1 ci2s0,2 6w2k0,1 bu040,2 7lzw0,1 bu040,2 66580,1 bu040,2 7lzw0,1 bu040,2 64ak0,1 cls40,2 5v180,1 cv1g0,2 6j3w0,1 c6ys0,2 79180,1 b42s0,2 7lzw0,1 b42s0,2 7yyk0,1 bu040,2 64ak0,1 dbpg0,2 66580,1 cls40,2 5ed80,1 bu040,2 7lzw0,1 b42s0,2 7lzw0,1 cjxg0,2 66580,1 bh1g0,2 7lzw0,1 b42s0,2 7lzw0,1 6uj00,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 tw040,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 tw040,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 1cm2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-f94,-f9c,-dw0,-b40|-15r0u2w,1 ijto08,2 1icfyo,3 69uk0,2 62s040,3 4ofw0,2 e1ms0,3 51ek0,2 e1ms0,3 4ofw0,2 1fhs40,3 4ofw0,2 e1ms0,3 4ofw0,2 9s9k40,3 67zw0,2 cedg0,3 6h980,2 9o840,3 7yyk0,2 b5xg0,3 7k580,2 bvus0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 8a2k0,2 ag040,3 8bx80,2 ae5g0,3 8drw0,2 acas0,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9q2s0,3 7x3w0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 8a2k0,2 ag040,3 8a2k0,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 905g0,3 a2vw0,2 905g0,3 9q000,2 902o0,3 9q000,2 902o0,3 9q000,2 902o0,3 9q000,2 902o0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 8n400,3 asw00,2 7x6o0,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 8a5c0,3 afxc0,2 8a5c0,3 afxc0,2 7x6o0,3 1cm000,2 6uao0,3 bvs00,2 779c0,3 bitc0,2 6uao0,3 bvs00,2 779c0,3 bvs00,2 779c0,3 c8qo0,2 779c0,3|3,8,0,0,3 b,1,0,2s0,2
-kjs,-jg0,-go0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 591h80,1 s5qoc0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1|
-g1i,-go0,-dw0|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 tj1g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 s3180,1 1twas0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 84duk0,1|3,8,0,5k0,2 b,1,0,5k0,1
-fzn,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 2wsas0,2 7x3w0,1 1c9440,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 465h80,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 ouis0,3 clmk0,2 fvt9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-g5v,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 501ek0,2 7kas0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 sfzw0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 feivw0,1 6udg0,2|3,8,0,5k0,3 b,1,0,5k0,2
-g2f,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 501ek0,2 7kas0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 1tw580,1 9d440,2 9cyk0,1 9d440,3 9cvs0,2 9d440,3 9cyk0,2 islhg0,1|3,8,0,5k0,2 b,1,0,5k0,1
-fr4,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 4gyis0,2 7txx80,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 hfzhg0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-g7j,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 asys0,2 7x3w0,1 3fidg0,2 7x3w0,1 asys0,2 7x3w0,1 b5rw0,2 7kas0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9px80,1 9d440,2 7k580,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 2lz980,3 9cyk0,2 9d440,3 9cyk0,2 islhg0,1 6udg0,2|3,8,0,5k0,3 b,1,0,5k0,2
-g1d,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 465h80,3 9cyk0,2 9d440,3 9cyk0,2 islhg0,1|3,8,0,5k0,3 b,1,0,5k0,2
0,-m80,-jg0,-go0|-8ve5c0,1 a34zs0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,3 9cvs0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
0,-b40,-dw0,-go0|-eb6ao0,1 1nh7c0,2 dvfpg0,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9px80,2 905g0,1 9px80,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9px80,2 905g0,1 9px80,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 9d440,1 9cyk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,3 7xc80,2 ipzw0,1 ast80,2 8a840,1 afuk0,2 8a840,1 afuk0,2 8a840,1 ast80,2 7x9g0,1 ast80,2 7x9g0,1 ast80,2|3,8,0,5k0,1 b,1,0,5k0,2
-e7y,-dw0,-b40|-u85og2,1 wbl182,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1|
15rv,-ow5,-m80,-jg0,-p00|-1hc7qjz,1 h4yu44,2 ln707v,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 s36s0,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,4 9d6w0,2 9cyk0,4 9d440,2 9cyk0,4 9d440,2 9cyk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4|3,8,0,5k0,2 b,1,0,5k0,4
-fvq,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 sg5g0,2 6bp80,1 a98o40,2 7x3w0,1 6w840,2 1wd180,1 ast9o,2 1sw2c,1 21gis0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 3nfek0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 ouis0,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-fpo,-go0,-dw0,-b40|-18y0m00,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 bs6g40,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ipzw0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-cmc,-9uc,-b40|-jxzspo,1 84ik0,2|
-e9o,-eac,-dw0,-b40|-15r0v2c,1 9ov9co,2 fcxjlo,3 4ml80,2 93us0,3 9cyk0,2 9d440,3 9cyk0,2 nw16s0,3 4ml80,2 e5c40,3 4ml80,2 1fr1g0,3 4ml80,2 1yiys0,3 4ml80,2|
-lwa,-m80,-jg0|-18y0gg0,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 1a3c5o,2 f2iic,1 owao0,2 7k800,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7k800,1 b5uo0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 902o0,2 9q000,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-6m4,-8c0,-5k0|-t85ldw,1 99kaxw,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 2yl440,2 64ak0,1 1wf1g0,2 7k580,1 biw40,2 puk0,1 id6s0,2 6h980,1|
-fz8,-fzc,-go0,-dw0|-15r0tcs,1 n7jmo4,2 ka1i0o,3 xqqk0,2 24p6s0,3 53980,2 dmtg0,3 53980,2 60itw0,3 dq240,2 53es0,3 235h80,2 4beis0,3 8zzw0,2 at4c0,3 7x140,2|
-b44,-b40,-8c0|-t85gvw,1 99k97w,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 2yy2s0,2 6h980,1|
-bb8,-b40,-8c0|-umcvcs,1 zz5x4s,2 8zzw0,1|
-i20,-go0,-dw0|-p1u7c0,1 ykt480,2 ast80,1 3vppg0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1|3,8,0,5k0,2 b,1,0,5k0,1
-jpg,-jg0,-go0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 591h80,1 s5qoc0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1|
-g83,-go0,-dw0|-17zjvrx,1 gz53bx,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 asys0,2 7x3w0,1 a7n9g0,2 9px80,1 1at9g0,2 2cm7w0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-glg,-go0,-dw0|-p1u7c0,1 vb0dk0,2 fzuk0,1 70bes0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1|
16au,-od6,-m80,-jg0,-p00|-1hc7qjz,1 h4ytl5,2 ln70qu,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 gpc840,4 6udg0,2 c8nw0,4 6hes0,2 c8nw0,4 6hes0,2 g7980,4|3,8,0,5k0,2 b,1,0,5k0,4
-id0,-jg0,-go0,-dw0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 3knek0,3 776k0,2 rf440,3 5t6k0,2 1evk40,3 71mk0,2 30p1g0,3 8n180,2 nufxo0,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 9q2s0,3 7k580,2 9q2s0,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2|
-aeg,-b40,-8c0,-5k0|-uk1k9k,1 zy4wpk,2 3m59g0,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-bzw,-dw0,-b40,-8c0|-18wys04,1 9nu9w4,2 89fhg0,3 a2vw0,2 7mqqo0,3 4ofw0,2 e1ms0,3 4ofw0,2 e1ms0,3 4ofw0,2 e1ms0,3 4ofw0,2 e1ms0,3 4ofw0,2 e1ms0,3 4ofw0,2 dmtg0,3 64ak0,2 cao40,3 6fek0,2 bkqs0,3 7iak0,2 6y5k0,3 1wd180,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7x3w0,2 asys0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 s36s0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a2lo,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-iks,-jg0,-go0,-dw0|-p1u7c0,1 2u5us0,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 t89k40,3 ast80,2 3vppg0,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 9q2s0,3 7k580,2 9q2s0,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2|
-aer,-b40,-8c0,-9q0,-6y0,-5k0,-460|-px8099,1 1s74p9,2 9et80,3 9exe0,2 9czy0,3 9exe0,2 9czy0,3 3ydyq0,2 7x5a0,3 asxe0,2 7x5a0,3 asxe0,2 7x5a0,3 asxe0,2 7x5a0,3 b5w20,2 7k6m0,3 b5w20,2 7k6m0,3 9q1e0,2 9czy0,3 asxe0,2 7x5a0,3 6do20,2 ppvy0,4 4mmm0,2 8g9qq0,4 901a0,2 38pe0,5 2inw0,2 2nf9g0,5 8zzw0,2 1e3s40,4 9o3y0,2 q8he0,5 2kik0,2 yxhg0,5 4bh80,2 s36s0,6 2vl60,4 905g0,2 5rg20,5 51ek0,2 weqs0,5 3yik0,2 e1ms0,5 4ofw0,2 erk40,5 3yik0,2 2vs40,5 gk7w0,2 41iys0,5 3wnw0,2 erk40,5 4bh80,2 c8tg0,5 64ak0,2 c8tg0,5 6u7w0,2 c8tg0,5 6h980,2 bvus0,5 6u7w0,2 614qs0,5 9q2s0,2 a31g0,5 7x3w0,2 ag040,5 8a2k0,2 asys0,5 7x3w0,2 asys0,5 7x3w0,2 asys0,5 8a2k0,2 ag040,5 8a2k0,2 ag040,5 8a2k0,2 asys0,5 7x3w0,2 asys0,5 7x3w0,2 asys0,5 7x3w0,2|
-ep8,-dw0,-b40|-1353das,1 c5efes,2 a2vw0,1 7yx60,2 aqzy0,1 9q8c0,2 7jzo0,1 bw0c0,2 6bp80,1 cedg0,2 6h980,1 c8tg0,2 6h980,1 bvus0,2 776k0,1 biw40,2 776k0,1 biw40,2 776k0,1 biw40,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 2twfw0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-dpe,-dw0,-b40|-18y0os0,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 905g0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 6w840,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
101a,-umq,-uk0,-rs0,-p00,-m80|-1hc7qjz,1 h4yzup,2 ln72ta,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,4 9cyk0,5 9cyk0,4 9d440,5 9cyk0,4 9d440,5 9cyk0,4 8a840,5 afuk0,4 8a840,5 ast80,4 7x9g0,5 ast80,4 7x9g0,5 ast80,4 8a840,5 afuk0,4 8a840,5 afuk0,4 8a840,5 ast80,4 7x9g0,5 ast80,4 7x9g0,5 ast80,4 8a840,5 afuk0,4 8a840,5 afuk0,4 8a840,5 afuk0,4 8a840,5 ast80,4 7x9g0,5 ast80,4 7x9g0,5 ast80,4 8a840,5 afuk0,4 8a840,5 afuk0,4 8a840,5 ast80,4 7x9g0,5 ast80,4 7x9g0,5 ast80,4|3,8,0,5k0,5 b,1,0,5k0,4
-604,-5k0,-2s0|-t85lzw,1 99k8rw,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 514g40,2 7k580,1 biw40,2 cvw0,1 iq5g0,2 6h980,1|
-iuj,-jg0,-go0,-dw0|-18y0j80,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 b9gdg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2|3,8,0,5k0,3 b,1,0,5k0,2
-irc,-jg0,-go0,-dw0|-18y0j80,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 b9gdg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 ipzw0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-is3,-jg0,-go0,-dw0|-18y0j80,1 hxltk0,2 ast80,1 7x9g0,2 ast80,1 bmtus0,2 1wd180,1 b9gdg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 64g40,2 clmk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 ipzw0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-jc4,-jg0,-go0,-dw0|-p1u4k0,1 2u5s00,2 1si580,1 8jhg0,2 7x3w0,1 9eys0,2 xes2s0,3 afuk0,2 8a840,3 afuk0,2 iq5g0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 9q2s0,2 7k580,1 9q2s0,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 77c40,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2|3,8,0,5k0,3 b,1,0,5k0,2
-a7s,-a84,-a7o,-9q0,-8c0|-usj4g8,1 cixc0c,2 5lydbk,3 kcrm6c,4|
-de8,-ddo,-dw0,-b40|-15r0vxs,1 e4gmng,2 ylcf6c,3 8zzw0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8aaw0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 8a5c0,3 afxc0,2 8a5c0,3 afxc0,2 8a5c0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 8a5c0,3 afxc0,2 8a5c0,3 afxc0,2 3vpjw0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-ck0,-dw0,-b40|-t85fg0,1 99kak0,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 amves0,2 2t2t80,1|
-bu0,-b40,-8c0|-t85g60,1 99k8i0,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1|
-d4s,-d39,-dw0,-b40,-8c0|-15r0w78,1 ag6lah,2 3dlssr,1 157b79,3 f4e0r,1 49hzb9,3 aye0r,2 7ves0,3 awik0,2 7ves0,3 awik0,2 7ves0,3 awik0,2 7ves0,3 ayd80,2 7ves0,3 534ik0,2 351g0,3 2fnh80,2 2mg00,3 b73400,4 7k580,3 c8tg0,4 6h980,3 a31g0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 ag040,4 8a2k0,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 9cyk0,3 9d440,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 9q2s0,4 8zzw0,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 8n180,3 a31g0,4 7x3w0,3 a31g0,4 9px80,3 9q2s0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7k580,3 b5xg0,4 7x3w0,3 asys0,4 7x3w0,3 asys0,4 7x3w0,3 b5xg0,4 7k580,3 b5xg0,4 8n180,3 a31g0,4 7x3w0,3 asys0,4 8zzw0,3 9q2s0,4 ast80,3 5eis0,4 cyl80,3 6hes0,4 c8nw0,3 6udg0,4 bvp80,3 6udg0,4 vonw0,3 4olg0,4|
-hzo,-go0,-dw0|-171bfcc,1 f0j80c,2 7k580,1 tj700,2 a2vw0,1 9ok840,2 6u7w0,1 2a5hg0,2 1wd180,1 biw40,2 7x3w0,1 a31g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b7s40,2 7tek0,1 autg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 9cyk0,1 9d440,2 7x3w0,1 1cm2s0,2 7k580,1 1cm2s0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 902o0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 902o0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 8a5c0,2 afxc0,1 8a5c0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 8a5c0,2 afxc0,1 8a5c0,2 afxc0,1 8a5c0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 8a5c0,2 afxc0,1 8a5c0,2 afxc0,1 8a5c0,2 afxc0,1 8a5c0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 8a5c0,2 afxc0,1 8a5c0,2 afxc0,1 8a5c0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
0,-go0,-dw0|-6s8lc0,1 7zza80,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 tivw0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-6go,-8c0,-5k0|-t85ljc,1 99kb3c,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 514g40,2 7k580,1 biw40,2 cvw0,1 iq5g0,2 6h980,1|
-jdo,-jg0,-go0|-xkq9yc,1 6l1hmc,2 a2vw0,1 60enw0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 1b6840,2 9cyk0,1 9d440,2 8zzw0,1 9q2s0,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 66gc0,2 1wd180,1 a31g0,2 9cyk0,1 a31g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 tj1g0,2 9cyk0,1 9d440,2|
0,-go0,-dw0|-bnp9c0,1 cvfy80,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 tivw0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2|3,8,0,5k0,2 b,1,0,5k0,1
-a4o,-b40,-8c0|-t85hvc,1 99ka7c,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5mf440,2 49mk0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 amves0,2|
-d39,-dw0,-b40,-8c0|-vauawr,1 3dlssr,0 157b79,2 f4e0r,0 49hzb9,2 aye0r,1 7ves0,2 awik0,1 7ves0,2 awik0,1 7ves0,2 awik0,1 7ves0,2 ayd80,1 7ves0,2 534ik0,1 351g0,2 229zw0,3 2b980,2 b2840,1 2mg00,2 b73400,3 7k580,2 c8tg0,3 6h980,2 a31g0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 ag040,3 8a2k0,2 b5xg0,3 7k580,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 9cyk0,2 9d440,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 9q2s0,3 8zzw0,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 8n180,2 a31g0,3 7x3w0,2 a31g0,3 9px80,2 9q2s0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 8n180,2 a31g0,3 7x3w0,2 asys0,3 8zzw0,2 9q2s0,3 ast80,2 5eis0,3 cyl80,2 6hes0,3 c8nw0,2 6udg0,3 bvp80,2 6udg0,3 vonw0,2 4olg0,3 e1h80,2 4olg0,3 e1h80,2 4olg0,3 c8nw0,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3|4,2,0,0,2 9,2,0,0,3
-cy0,-cyo,-dw0,-b40,-ci0|-15r0we0,1 mkixco,2 hiw29c,3 67zw0,2 1dy840,4 62ha0,2 cnle0,4 4h2m0,2 elyq0,4 47ta0,2 ei9e0,4 4bim0,2 eek20,4 4dda0,2 ecpe0,3 dkmtg0,2 1stc0,3|
-8ms,-8c0,-5k0|-t85jd8,1 99k8x8,2 9a9c0,1 9io40,2 99980,1 8p65g0,2 6zuo0,1 bs2o0,2 67zw0,1 cjxg0,2 69uk0,1 cjxg0,2 4ml80,1 5k02s0,2 6onw0,1 haas0,2 316k0,1 cls40,2 4ml80,1 cls40,2 66580,1 cls40,2 67zw0,1 981s40,2 6u7w0,1 biw40,2 5rbw0,1 d0lg0,2 5ed80,1 cyqs0,2 5ed80,1 dbpg0,2 64ak0,1 cyqs0,2 64ak0,1 cls40,2 5rbw0,1 dbpg0,2 51ek0,1 dbpg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 64ak0,1 c8tg0,2 6u7w0,1 bxpg0,2 7iak0,1 biw40,2 6u7w0,1 biw40,2 7k580,1 biw40,2 6u7w0,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1 cls40,2 64ak0,1 dfes0,2 5nmk0,1 c8tg0,2 6h980,1 dbpg0,2 5rbw0,1 bvus0,2 6h980,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6u7w0,1 c8tg0,2 64ak0,1 cls40,2 64ak0,1 cls40,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 c8tg0,2 6h980,1 dbpg0,2 5ed80,1|
-42g,-5k0,-2s0,0|-rvurxk,1 x8ntpk,2 902o0,1 9cvs0,3 9cyk0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2|3,o,6,1rw0,2 a,p,0,0,1
15lz,-p21,-m80,-jg0,-p00|-1hc7qjz,1 h4yua0,2 ln701z,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,4 9d6w0,2 9cyk0,4 9d440,2 9cyk0,4 9d440,2 9cyk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4 8a840,2 afuk0,4 8a840,2 afuk0,4 8a840,2 ast80,4 7x9g0,2 ast80,4 7x9g0,2 ast80,4|3,8,0,5k0,2 b,1,0,5k0,4
-9rg,-6zg,-9q0,-6y0,-460|-ris3ck,1 8bx80,0 ar440,1 a2vw0,0 9tjs0,1 53980,0 dkys0,1 9cyk0,0 9d440,1 9cyk0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 9cyk0,0 9d440,1 9cyk0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 9q2s0,1 9cyk0,0 9q2s0,1 8zzw0,0 9q2s0,1 8zzw0,0 7tmw0,2 1wfuk,3 8zzw0,2 a3480,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 biw40,3 776k0,2 biw40,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 1roo40,2 biw40,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 biw40,3 7k580,2 ag040,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a2lo,3 afuk0,2 8a840,4 asqg0,2 7xc80,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6udg0,3 c8nw0,2 6hes0,3|3,8,0,5k0,3 b,1,0,5k0,2
-jyw,-jg0,-go0|-xkq9d4,1 6l1h14,2 a2vw0,1 c5jxg0,2 1wd180,1 asys0,2 8n180,1 a31g0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 3yles0,2 9cyk0,1 s36s0,2 9cyk0,1 9d440,2 7x3w0,1 b5xg0,2 7k580,1 5j4lg0,2|
-g5g,-go0,-dw0|-pfzh6k,1 yho0ik,2 7k580,1 b5xg0,2 7k580,1 96x1g0,2 4qak0,1|
-cqk,-b40,-8c0|-rvuj9g,1 12yzilg,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1|3,8,0,5k0,2 b,1,0,5k0,1
-mss,-m80,-jg0|-18vrvv8,1 hw36b8,2 a2vw0,1 c5jxg0,2 1wd180,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 905g0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 8a840,2 afuk0,1 8a840,2 afuk0,1 8a840,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6udg0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2 c8nw0,1 6hes0,2|
-p0c,-p00,-m80,-jg0|-1079tno,1 97l6vo,2 a2vw0,1 asys0,2 882c0,1 bmiwc0,2 1wd180,1 a7n3w0,3 9q000,1 64dc0,2 7e3pg0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3 c8nw0,2 6hes0,3|
14sh,-pvj,-p00,-m80|-1hc7qjz,1 h4yv3i,2 ln720h,3 1wd180,2 cawis0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 3lpg0,3 f4d80,2 64g40,3 clmk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
0,m80,uk0|-irxc0,1 lag4o0,2 73bo0,1 uz1o0,2 60l80,1 2fnh80,2 pz9g0,1 at4c0,2 89u80,1 acgc0,2 80no0,1 asw1o,2 89wyc,1 ag5po,2 89wyc,1 ag5po,2 84lac,1|
0,jg0,dw0|-6rmdc0,1 42jdw0,0 27wgs0,1 l8uss0,2 7eqs0,1 unmk0,2 60qs0,1|
r94,r8w,rs0|-1ayytx4,1 7tuao8,2|
0,rs0,uk0|-10mb9c0,1 8ts4g0,2 902o0,1 11wns0,0 f4kh40,1 a6p8g0,2 9d1c0,1 asw00,2 6uao0,1 bvs00,2 6uao0,1 bvs00,2 779c0,1 bvs00,2 64dc0,1 clpc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 7x6o0,1 b5uo0,2 7k800,1 b5uo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 bvs00,2 7k800,1 bitc0,2 7k800,1 bitc0,2 779c0,1 bitc0,2 779c0,1 bitc0,2 7x6o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 9d1c0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 7x6o0,2 asw00,1 a2yo0,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 9d1c0,1 9d1c0,2 902o0,1|4,1,0,8c0,1 a,1,0,5k0,2
0,go0,dw0|-8aelc0,1 t22y80,2|
wd4,vy0,yq0,xc0,1040|-1gsoz14,1 usn9z4,2 64ak0,1 biw40,3 7x5a0,1 asxe0,3 7x5a0,1 asxe0,3 7x5a0,1 asxe0,3 8a3y0,1 afyq0,3 8a3y0,1 afyq0,3 afvy0,1 7x820,3 asum0,1 7x820,3 asum0,1 7x820,3 asum0,1 7x820,3 asum0,1 7x820,3 b5ta0,1 7k9e0,3 b5ta0,1 7x820,3 hsl2m0,4 5reo0,3 clpc0,4 6uao0,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6uao0,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6uao0,3 c8qo0,4 6hc00,3 b5uo0,4 8a5c0,3 afxc0,4 8a5c0,3 afxc0,4 8a5c0,3 afxc0,4 8n400,3 a2yo0,4 8n400,3 a2yo0,4 8n400,3 a2yo0,4 8n400,3 afxc0,4 8a5c0,3 afxc0,4 8a5c0,3 afxc0,4 8n400,3 a2yo0,4 8n400,3 a2yo0,4 8n400,3 afxc0,4 8a5c0,3 afxc0,4 8a5c0,3 afxc0,4 8n400,3 a2yo0,4 8n400,3 a2yo0,4 8n400,3 a2yo0,4 8n400,3|4,1,0,8c0,3 9,o,0,5k0,4
0,-8c0,-b40,-5k0|-2lxhc0,1 31ho0,2 bqas0,1 71mk0,2 bqas0,1 8ovw0,2 9d440,1 9px80,2 9d440,1 9cyk0,2 9d440,1 28t6k0,3 51ek0,1 46b6s0,2 8c2s0,1 7x3w0,2 asys0,1 7x3w0,2 b5xg0,1 7k580,2 b5xg0,1 7k580,2 b5xg0,1 9cyk0,2 9d440,1 7x3w0,2 asys0,1 7x3w0,2 b5xg0,1 7k580,2 9q2s0,1 8zzw0,2 b5xg0,1 7x3w0,2 asys0,1 7x3w0,2 asys0,1 7x3w0,2 asys0,1 7x3w0,2 b5xg0,1 7k580,2 b5xg0,1 8n180,2 a31g0,1 7x3w0,2 a31g0,1 9px80,2 9q2s0,1 7x3w0,2 b5xg0,1 7k580,2 b5xg0,1 7k580,2 b5xg0,1 7k580,2 b5xg0,1 7x3w0,2 asys0,1 7x3w0,2 asys0,1 7x3w0,2 b5xg0,1 7k580,2 b5xg0,1 8n180,2 a31g0,1 7x3w0,2 asys0,1 8zzw0,2 9q2s0,1 ast80,2 5eis0,1 cyl80,2 6hes0,1 c8nw0,2 6udg0,1 bvp80,2 6udg0,1 vonw0,2 4olg0,1|
0,-8c0|3lxs00,1|
8ng,8c0|-bwgbbg,1|
0,5k0|idzk40,1|3,p,0,2s0,1 a,p,0,8c0,0
0,jg0,dw0|-6aaao0,1 iushw0,0 e23g0,1 f79gs0,2|
2h4,2s0,5k0,8c0|-1421154,1 c1n0x4,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 7x6o0,1 b8qdc0,2 1cm000,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 2o7w0,3 6bs00,2 2txg0,1 7k800,2 91xc0,1 9b9g0,2 1sqk0,3 2inw0,2 51k40,1 a2yo0,2 8n400,1 9q000,2 902o0,1 fx91c0,2 902o0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
e90,dw0,go0,jg0|-nu1a90,1 37a0d0,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 a37rs0,1|
6nk,5k0,8c0|-kcrtbk,1 m566fk,2 60l80,1 awo40,2 7v980,1 awo40,2 7v980,1 ayis0,2 9gnw0,1 9b9g0,2 7v980,1 autg0,2 7v980,1 3e6840,2 9et80,1 9io40,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 ayis0,2 7rjw0,1 ag040,2 8a2k0,1 9zc40,2 8drw0,1 a31g0,2 8zzw0,1 9d440,2 9cyk0,1 9d440,2 8n180,1 ag040,2 8a5c0,1 afxc0,2 8n400,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 epmo0,2 4deo0,1 9o5c0,2 9ew00,1 9b6o0,2 9ew00,1 9d1c0,2 9d1c0,1 9d1c0,2 asw00,1 7x6o0,2 afxc0,1 8n400,2 9d1c0,1 9d1c0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 wel80,1 51k40,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 64dc0,2|
wv8,xc0,1040,12w0,uk0|-nu1sv8,1 379zj8,2 qi27w0,3 9et80,2 is040,1 9d440,2 9et80,1 9eys0,2 9d6w0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 iq5g0,4 5reo0,1 3ljw0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 j3440,4 7k800,1|
9b4,b40,dw0,go0|-nu15b4,1 379y74,2 qrh3w0,3 iruk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,1 9d440,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2|
al4,b40,dw0,go0|-nu16l4,1 379zh4,2 qi27w0,3 s6qk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2|
at8,b40,dw0,go0|-nu16t8,1 379zp8,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2|
9m8,8c0,dw0,go0,b40|-nu15m8,1 37a1a8,2 qrh140,3 iruk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,4 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 j3440,4 7k800,2 b5uo0,4 7k800,2 b5uo0,4 7x6o0,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2|
884,880,8c0,b40|-15r1hk4,1 em11c4,2 xkn3w0,3 7v980,2 9b9g0,3 9gnw0,2 9eys0,3 9et80,2 9d440,3 9b9g0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9f1k0,3 9ew00,2 9ew00,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9ew00,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9ew00,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9ew00,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2 9d1c0,3 9ew00,2|
9jk,b40,8c0|-q3gmvk,1 rctnrk,2|
98c,8c0,b40,dw0|-nu158c,1 h4tkwc,2 ckinw0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 9d1c0,2 239ew0,3 asw00,2 7x3w0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2|
im4,jg0|-pysda4,1|
fic,go0,jg0,m80|-q4ljic,1 5hu6uc,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 38fo0,2 64og0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 qnc40,2|
6ko,5k0,8c0|-1ayy98o,1 kzyuco,2 aunw0,1 88dg0,2 9et80,1 8yas0,2 a2vw0,1 a31g0,2 7k580,1 hjqo40,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 ayis0,2 7v980,1 awo40,2 7v980,1 5lhs40,2 56yk0,1 awo40,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 ayis0,2 7v980,1 awo40,2 7v980,1 autg0,2 7v980,1 2wxus0,2 8n180,1 a4w40,2 8n180,1 a4w40,2 8n180,1 a4w40,2 8n180,1 bs5g0,2 71mk0,1 alk40,2 86d80,1 a4w40,2 8n180,1 a4w40,2 8n180,1 a6qs0,2 80t80,1 905g0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1|3,p,0,0,2 a,p,0,0,1
dtc,dw0,go0,jg0|-nu19tc,1 379zxc,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 h8dc0,1 bkl80,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8zzw0,1 9db20,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2|
kfk,ku0,m80,n5c,p00|-mvof3k,1 3khwxk,2 1epvy0,3 4ohqo,2 e5a9c,3 4ohqo,2 e3flc,3 4ohqo,2 e3flc,3 4ohqo,2 e3flc,3 4ohqo,2 e5a9c,3 4ohqo,2 e3flc,3 4ohqo,2 3ajlc,4 1v2qk0,2|
gd4,gcw,eva,fa0,i20|-1oaa314,1 83glc8,2 isc6tm,3 innm9a,4 bmfw0,3 5lxg0,4 1mn180,3|
l0g,m80,p00,rs0|-q4cfog,1 5hkxgg,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,1 qnew0,2|
jsk,jg0,m80,p00|-xmcrsk,1 11sncck,2 2qk2k0,3 9et80,2 9eys0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9q2s0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 1ckdo0,3 7x3w0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 4fio40,3 9ct00,2 9d9o0,3 9ct00,2|
mhj,m80,p00|-100eztj,1 9jeyxj,2 8sl80,1 asbpg0,2 6w2k0,1 7ves0,2 bxjw0,1 4mqs0,2 1vduk0,1 d4as0,2 75bw0,1 a31g0,2 aaak0,1 9d440,2 7v980,1 awo40,2 1dx80,1 j9xpo0,2 6u7w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1|
esc,esk,fa0,go0,i20|-1ayyhgc,1 dkh6ns,2 isle6k,3 cajy0,4 1mp2u0,2 qetjw0,4 7x5a0,3 4xvqq0,2|
gqs,gcw,i20,fa0,go0,jg0|-15r1q2s,1 r080dw,2 bmgyw,3 5lxg0,2 4qknw0,4 u4ijy0,5 a1400,4|
6q0,5k0,8c0|-q3gk20,1 5k6q0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8n180,1 a31g0,2 8zzw0,1 k4hk40,2 7yyk0,1 awo40,2 7tek0,1 b0dg0,2 7v980,1 awo40,2 7tek0,1 alk40,2 887w0,1 awo40,2 7v980,1 ayis0,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 ayis0,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 ayis0,2 7v980,1 awo40,2 6bp80,1 cg840,2 6bp80,1 2eh1g0,2 8zzw0,1 9ts40,2 8zzw0,1 pvk40,2 c33w0,1 7cw40,2 cjrw0,1 6zxg0,2 btuk0,1 7rpg0,2 9gnw0,1 9d440,2 9cyk0,1 9et80,2 9et80,1 9rxg0,2 91uk0,1 92040,2 9et80,1 9o840,2 9et80,1 9d440,2 9et80,1 9eys0,2 9et80,1 9b9g0,2 9gnw0,1 99es0,2 9iik0,1 9d440,2 9et80,1 9eys0,2 9et80,1 9d440,2 9et80,1 9d440,2 9et80,1 9d440,2 9et80,1 9eys0,2 9et80,1 9d440,2 9et80,1 9d440,2 8y580,1 9q2s0,2 b5rw0,1 7x9g0,2 aunw0,1 7ig40,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2|
n98,m80,p00|-u9s3k0,1 fqct80,2 hufs00,1 cpz440,2|
a8o,b40|-q3gnko,1|
cqo,dw0,go0,jg0|-nu18qo,1 379yuo,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 hp440,1|
6ac,5k0,8c0|-p4bqac,1 rvhy2c,2 9cyk0,1 b42s0,2 7nuk0,1 8yas0,2 8zzw0,1 9q2s0,2 9et80,1 9b9g0,2 9cyk0,1 9q2s0,2 8zzw0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2|3,p,0,8c0,2 a,p,0,b40,1
6ds,5k0,8c0|-1054x1s,1 kp9t1s,2 69xc0,1 2f1c0,2 10q800,1 7rmo0,2 b0ao0,1 7thc0,2 b0ao0,1 8jeo0,2 a8io0,1 8jeo0,2 a8io0,1 5hoig0,2 7el80,1 awo40,2 7v980,1 awqw0,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7ves0,1 awik0,2 1sns0,1 3p6is0,2 51ek0,1 9q2s0,2 6u7w0,1 2kjk40,2 25s00,1 1weyo0,2 5reo0,1 bvs00,2 776k0,1 dbpg0,2 5rbw0,1 bbhg0,2 7rjw0,1 asys0,2 7k580,1 c8tg0,2 6h980,1 ag040,2 7x3w0,1 asys0,2 8a2k0,1 asys0,2 8a2k0,1 ap9g0,2 80t80,1 ap9g0,2 7nuk0,1 b2840,2 80t80,1 b2840,2 8n400,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 asw00,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 8n400,1 a2yo0,2 8ulg0,1 97ek0,2 8y580,1 9ts40,2 8hms0,1 a4qk0,2 7x3w0,1 asys0,2 8a5c0,1 ahs1o,2 71mic,1 bzk5o,2 69uic,1 cg840,2 902o0,1 9q000,2 9cyk0,1 9d440,2 ast80,1 7z440,2 ar1c0,1 7z440,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7vc00,2 aunw0,1 7x9g0,2 asw00,1 7x6o0,2 b4000,1 7nxc0,2 b42s0,1 9d440,2 9cyk0,1 905g0,2 9px80,1 8n6s0,2 a2vw0,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 afuk0,1 8a840,2 a2vw0,1 8n6s0,2 9cyk0,1 9d440,2 8zzw0,1 9q2s0,2 8a2k0,1 2itg0,2 cvw0,1 7x9g0,2 7k580,1 25us0,2 12t80,1 7x9g0,2 776k0,1 25us0,2 1frw0,1 7x9g0,2 6h980,1 2itg0,2 1sqk0,1 7x9g0,2 64ak0,1 25us0,2 2vmk0,1 7kas0,2 5rbw0,1 25us0,2 38l80,1 7kas0,2 51ek0,1 2itg0,2 3ljw0,1 7x9g0,2 4bh80,1 25us0,2 4bh80,1 7x9g0,2 3ljw0,1 2itg0,2 4ofw0,1 7x9g0,2 38l80,1 25us0,2 5rbw0,1 7kas0,2 2vmk0,1 25us0,2 64ak0,1 7kas0,2 25p80,1 2itg0,2 6h980,1 7x9g0,2 1frw0,1 25us0,2 776k0,1 7x9g0,2 puk0,1 2itg0,2 7k580,1 7x9g0,2 cvw0,1 2itg0,2 7x3w0,1 a31g0,2 8zzw0,1 9d440,2 9cyk0,1 8n6s0,2 a2vw0,1 8a840,2 afuk0,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 ast80,1 8a840,2 a2vw0,1 8n6s0,2 9px80,1 905g0,2 8zzw0,1 9q2s0,2 8n180,1 25us0,2 cvw0,1 7kas0,2 8a2k0,1 25us0,2 puk0,1 7kas0,2 7k580,1 2itg0,2 12t80,1 7x9g0,2 6u7w0,1 25us0,2 1sqk0,1 7x9g0,2 64ak0,1 2itg0,2 25p80,1 7x9g0,2 5rbw0,1 2itg0,2 2vmk0,1 7kas0,2 5ed80,1 25us0,2 3ljw0,1 7kas0,2 4ofw0,1 2itg0,2 3yik0,1 7x9g0,2 3yik0,1 25us0,2 4ofw0,1 7x9g0,2 3ljw0,1 25us0,2 51ek0,1 7x9g0,2 2vmk0,1 2itg0,2 5ed80,1 7x9g0,2 2inw0,1 25us0,2 6h980,1 7kas0,2 1sqk0,1 2itg0,2 6u7w0,1 7kas0,2 1frw0,1 2itg0,2 776k0,1 7x9g0,2 puk0,1 25us0,2|3,o,6,5k0,2 a,o,6,5k0,1
6hz,5k0,8c0|-1054x5z,1 kp9t5z,2 69xc0,1 2f1c0,2 10q800,1 7rmo0,2 b0ao0,1 7thc0,2 b0ao0,1 8jeo0,2 a8io0,1 8jeo0,2 a8io0,1 5hoig0,2 7el80,1 awo40,2 7v980,1 awqw0,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7tk40,1 b07w0,2 7tk40,1 ayd80,2 7tk40,1 ayd80,2 7ves0,1 awik0,2 1sns0,1 3p6is0,2 51ek0,1 9q2s0,2 6u7w0,1 2kjk40,2 25s00,1 1weyo0,2 5reo0,1 bvs00,2 776k0,1 dbpg0,2 5rbw0,1 bbhg0,2 7rjw0,1 asys0,2 7k580,1 c8tg0,2 6h980,1 ag040,2 7x3w0,1 asys0,2 8a2k0,1 asys0,2 8a2k0,1 ap9g0,2 80t80,1 ap9g0,2 7nuk0,1 b2840,2 80t80,1 b2840,2 8n400,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 asw00,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 8n400,1 a2yo0,2 8ulg0,1 97ek0,2 8y580,1 9ts40,2 8hms0,1 a4qk0,2 82nw0,1 anes0,2 8a5c0,1 afxc0,2 73h80,1 bzk5o,2 69uic,1 1hs40,2 1lbw0,1 9d440,2 902o0,1 9q000,2 9cyk0,1 9d440,2 ast80,1 7z440,2 ar1c0,1 7z440,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7vc00,2 aunw0,1 7x9g0,2 asw00,1 7x6o0,2 b4000,1 7nxc0,2 b42s0,1 9d440,2 9cyk0,1 905g0,2 9px80,1 8n6s0,2 a2vw0,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 afuk0,1 8a840,2 a2vw0,1 8n6s0,2 9cyk0,1 9d440,2 8zzw0,1 9q2s0,2 8a2k0,1 2itg0,2 cvw0,1 7x9g0,2 7k580,1 25us0,2 12t80,1 7x9g0,2 776k0,1 25us0,2 1frw0,1 7x9g0,2 6h980,1 2itg0,2 1sqk0,1 7x9g0,2 64ak0,1 25us0,2 2vmk0,1 7kas0,2 5rbw0,1 25us0,2 38l80,1 7kas0,2 51ek0,1 2itg0,2 3ljw0,1 7x9g0,2 4bh80,1 25us0,2 4bh80,1 7x9g0,2 3ljw0,1 2itg0,2 4ofw0,1 7x9g0,2 38l80,1 25us0,2 5rbw0,1 7kas0,2 2vmk0,1 25us0,2 64ak0,1 7kas0,2 25p80,1 2itg0,2 6h980,1 7x9g0,2 1frw0,1 25us0,2 776k0,1 7x9g0,2 puk0,1 2itg0,2 7k580,1 7x9g0,2 cvw0,1 2itg0,2 7x3w0,1 a31g0,2 8zzw0,1 9d440,2 9cyk0,1 8n6s0,2 a2vw0,1 8a840,2 afuk0,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7x9g0,2 ast80,1 7x9g0,2 ast80,1 7x9g0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 ast80,1 8a840,2 a2vw0,1 8n6s0,2 9px80,1 905g0,2 8zzw0,1 9q2s0,2 8n180,1 25us0,2 cvw0,1 7kas0,2 8a2k0,1 25us0,2 puk0,1 7kas0,2 7k580,1 2itg0,2 12t80,1 7x9g0,2 6u7w0,1 25us0,2 1sqk0,1 7x9g0,2 64ak0,1 2itg0,2 25p80,1 7x9g0,2 5rbw0,1 2itg0,2 2vmk0,1 7kas0,2 5ed80,1 25us0,2 3ljw0,1 7kas0,2 4ofw0,1 2itg0,2 3yik0,1 7x9g0,2 3yik0,1 25us0,2 4ofw0,1 7x9g0,2 3ljw0,1 25us0,2 51ek0,1 7x9g0,2 2vmk0,1 2itg0,2 5ed80,1 7x9g0,2 2inw0,1 25us0,2 6h980,1 7kas0,2 1sqk0,1 2itg0,2 6u7w0,1 7kas0,2 1frw0,1 2itg0,2 776k0,1 7x9g0,2 puk0,1 25us0,2|3,o,6,5k0,2 a,o,6,5k0,1
jqu,jg0,m80,p00|-umdqeu,1 gj25iu,2 15ct80,3 8so00,1 tmtk0,2 4azmo0,1 2cm7w0,2 8285c0,1|
l56,m80,p00,nm0|-y0i0s0,1 j44dk0,2 5k000,3 4d4y0,2 2195i0,1 7x3w0,2 bj320,1 6uao0,2 bvs00,1 7x6o0,2 9d1c0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 8a5c0,2 asw00,1 7x6o0,2 ast80,1 77c40,2 biqk0,1 77c40,2 bvp80,1 6udg0,2 bvp80,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 bvp80,1 6udg0,2 bvp80,1 6udg0,2 bvp80,1 77c40,2 biqk0,1 77c40,2 biqk0,1 8n6s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 1c9440,2 8a2k0,1|
gz0,go0,jg0,m80|-xmcoz0,1 11sncb0,2 2qk2k0,3 9et80,2 9eys0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9q2s0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 1ckdo0,3 7x3w0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 4fio40,3 9ct00,2 9d9o0,3 9ct00,2|
jb5,jg0,m80,p00|-q28gn5,1 5fh175,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
5d4,5ew,5k0,8c0,b40|-1ayy814,1 g1oam8,2 2wvx6w,3 7v980,2 1tjc40,3 aunw0,2 88dg0,3 9et80,2 8yas0,3 a2vw0,2 tzpg0,3 79180,2 awo40,3 7v980,2 7p4040,3 4zjw0,2 2vs40,3 f4d80,2 9vms0,3 1u5ek0,2 c5440,3 69uk0,2 acas0,3 8n180,2 a31g0,3 8n180,2 9q2s0,3 8zzw0,2 a31g0,3 8zzw0,2 a31g0,3 8n180,2 5md9g0,3 o9zw0,2 a6qs0,3 75bw0,2 4iwyw0,3 7x6o0,2 7kas0,3 b5rw0,2 75hg0,3 bkl80,2 77c40,3 biqk0,2 7x9g0,3 a2vw0,2 8n6s0,3 2s3mk0,4 38l80,3 kdes0,2 8qtc0,3 8a5c0,2 9ew00,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 902o0,3 9q000,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7kdk0,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7m2o0,3 b4000,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7z1c0,3 ar1c0,2 7x6o0,3 bitc0,2 779c0,3|
js0,kdc,ku0,p00,m80,jg0|-o0bdpc,1 4lzxc0,2 4wdzjc,3 1tu960,2 1cx860,4 11jta0,2 74uc20,5|
q20,p00,qe0|-jebm20,1 66bqe0,2 a37vy0,1|
6iu,6ig,5k0,8c0,b40|-1ayy96u,1 jtxuoe,2 bp5aig,3 69xc0,2 2f1c0,3 10q800,2 7rmo0,3 b0ao0,2 7thc0,3 b0ao0,2 8jeo0,3 a8io0,2 8jeo0,3 a8io0,2 t9pc0,4 571c0,3 34yo0,2 9b6o0,3 9gqo0,2 8jeo0,3 7thc0,2 a6o00,3 bitc0,2 8a5c0,3 9d1c0,2 902o0,3 7x6o0,2 e1k00,3 4oio0,2 e1k00,3 4oio0,2 dolc0,3 64dc0,2 asw00,3 7k800,2 8rfeg0,3 51ek0,2 9q2s0,3 6u7w0,2 2kjk40,3 25s00,2 1weyo0,3 5reo0,2 bvs00,3 776k0,2 dbpg0,3 5rbw0,2 bbhg0,3 7rjw0,2 asys0,3 7k580,2 c8tg0,3 6h980,2 ag040,3 7x3w0,2 asys0,3 8a2k0,2 asys0,3 8a2k0,2 ap9g0,3 80t80,2 ap9g0,3 7nuk0,2 b2840,3 80t80,2 9zc40,3 9iik0,2 9kis0,3 93p80,2 9mdg0,3 8qqk0,2 apf00,3 7x3w0,2 biw40,3 8zx40,2 9io40,3 8n180,2 9kis0,3 9vh80,2 8ulg0,3 9px80,2 9mdg0,3 8n180,2 9tuw0,3 9tmk0,2 8wg40,3 9gnw0,2 99es0,3 8qqk0,2 9zc40,3 9tmk0,2 8wg40,3 9gnw0,2 99es0,3 8qqk0,2 acas0,3 9gnw0,2 99es0,3 93p80,2|3,n,5,5k0,3 a,p,0,5k0,2
ctc,b40,ci0|-15r1m5c,1 spc1pc,2|
tdo,uk0,xc0,1040|-olrupo,1 3z045o,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 j3440,1 7k800,2|
cf0,fa0,i20,dw0,go0|-wvpb30,1 im3zt0,2 1mn180,1 33xpg0,3 qd6eq0,4 9cyk0,3 2y85g0,4 7v980,3 8hms0,4 aaak0,3|
g7w,go0|-lx5pjw,1|
fss,fa0,fz0|-q3gt4s,1 yg2lus,2|
p3p,m80,p00,rs0,uk0|-q4cjrp,1 5hl1jp,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 3fx40,3 4h6s0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 8ql00,3 1mlho0,2|
h72,go0,jg0,m80|-q37l72,1 5gg8j2,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
j8d,jg0,kdc,ku0,p00,m80|-xphpwd,1 eeb94d,2 4it32o,3 8n3jc,4 1v2p60,3 iy3ms0,5|
l0y,m80,p00,rs0|-y0i2cy,1 jdvyoy,2 6onw0,3 ac580,2 8fs40,3 7v980,2 11luw0,1 awlc0,2 7vc00,1 ac800,2 bko00,1 7x6o0,2 9d1c0,1 7vc00,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 auqo0,1 88ao0,2 asw00,1 7x6o0,2 asw00,1 779c0,2 bitc0,1 779c0,2 bvs00,1 6uao0,2 bw1q0,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 bvp80,1 6udg0,2 bvp80,1 6udg0,2 bvp80,1 77c40,2 biqk0,1 77c40,2 biqk0,1 8n6s0,2 9cvs0,1 9d6w0,2 9cvs0,1 9d6w0,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 3lpg0,2 f4d80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 1c9440,2 8a2k0,1|
rxc,rs0,uk0,xc0|-nu1nxc,1 37a05c,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,1 s39k0,2|
m40,m80,p00|-jebi40,1 4u87w0,2 1w02k0,1|
-189k,meg,m80,p00|-1t8ix2g,1 sjc9ig,2 je0pc0,3 3wnw0,2 2kc5g0,3 22dp80,2 4d3ms0,3 2rx80,2 bwlpg0,3 95jw0,2 6lv1g0,3 3jp80,2|
66g,5k0,8c0|-p4bq6g,1 rvhxyg,2 9cyk0,1 b42s0,2 7nuk0,1 8yas0,2 8zzw0,1 9q2s0,2 9et80,1 9b9g0,2 9cyk0,1 9q2s0,2 8zzw0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9px80,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2|3,p,0,8c0,2 a,p,0,b40,1
g5c,go0,jg0,m80|-nu36tc,1 37bu5c,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 j3440,1 7k800,2|
fcs,go0,jg0,m80|-q4do0s,1 5hmbcs,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 2vh00,2 6hn40,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 wrpg0,2|
dl6,dw0,go0,jg0|-q5xmx6,1 5j6d16,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
9ic,8c0,dw0,go0,b40|-nu15ic,1 37a16c,2 qi2540,3 s6qk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,4 9d1c0,2 9q000,4 9d1c0,2 9d1c0,4 5reo0,2 cyo00,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9q000,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2 b5uo0,4 7k800,2 b5uo0,4 7k800,2 b5uo0,4 7x6o0,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2|
k8w,ku0,p00,m80,jg0|-jebg8w,1 4tnu2w,2 1wkei0,1 1cx860,3 11jta0,1 74uc20,3 cixam0,4|
nac,nm0,p00|-w895yc,1 1yh10c,2 1i2uzy0,1 1f4qo0,2|
bs4,b40,dw0,go0|-nu17s4,1 37a0o4,2 qi27w0,3 s6qk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 aedjo0,2|
c4g,b40,dw0,go0|-nu184g,1 37a10g,2 qi27w0,3 s6qk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 ohhc0,3 cyo00,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 7osl00,2|
htb,i20,p00|-q3gv5b,1 bnjp3b,2 1kh520,1|
qfc,p00,uk0,xc0,rs0|-xl87rc,1 kvnarc,2 ikvh40,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,4 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 iq5g0,4 7x6o0,2 asw00,4 7x6o0,2 b5uo0,4 7k800,2 b5uo0,4 7k800,2 b5uo0,4 7x6o0,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2 b5uo0,4 7k800,2 b5uo0,4 7k800,2 b5uo0,4 7k800,2 b5uo0,4 7x6o0,2 asw00,4 7x6o0,2 asw00,4 7x6o0,2 b5uo0,4 7k800,2 1vbzw0,4 qnc40,2|
ceh,b40,dw0,go0|-nu18eh,1 37a1ah,2 qi27w0,3 s6qk0,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2|
nig,nm0,p00,rs0,qe0|-w8966g,1 1yh18g,2 j07fy0,3 5cik0,2 ae5g0,3 8a2k0,2 ae5g0,3 8bx80,2 c8tg0,3 6h980,2 1bj6s0,1 l3aq0,4 6j3w0,1 d2g40,4 6u7w0,1 b5xg0,4 776k0,1 biw40,4 776k0,1 biw40,4 776k0,1 biw40,4 776k0,1 grs40,2 dfqxi0,3 7x6o0,2 asw00,3 7x6o0,2|
sgs,rs0,uk0,xc0|-nu1ogs,1 37a0os,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
mi0,m80,p00|-12mch60,1 lsd1m0,2 45slc0,1 c51c0,2 75bw0,1 a31g0,2 aaak0,1 9d440,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 awo40,2 7v980,1 7tk40,2 clmk0,1 7rpg0,2 b07w0,1 7rpg0,2 b07w0,1 7rpg0,2 9et80,1 9eys0,2 9et80,1 9d440,2 9et80,1 9d440,2 9et80,1 9d440,2 9et80,1 cjxg0,2 69uk0,1 ci2s0,2 69uk0,1 6its40,2 9et80,1 9d440,2 9et80,1 1yf9g0,2 4qak0,1|
ctz,dw0,go0,jg0|-nu18tz,1 379yxz,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1|
8an,8c0,b40,dw0|-nu14an,1 h4tjyn,2 ckinw0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 9cvs0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 ipzw0,3 9cyk0,2 9q2s0,3 tivw0,2 7x9g0,3 ast80,2 7x9g0,3 b5rw0,2 7kas0,3 b5rw0,2 7kas0,3 b5rw0,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 4ofw0,2 6hn40,1 7k800,2|
9iw,9q0,ci0,b40,dw0|-i18hiw,1 lsvh0w,2 ayg00,3 7z2q0,4 6uao0,3 51hc0,1 a4uq0,2 5wvw0,1 9gtg0,2 9kd80,1 5ja5g0,2 7avw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 1av440,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9b9g0,2 9gnw0,1 9d440,2 9gnw0,1 9b9g0,2 9gnw0,1|
glo,fa0,go0|-bojclo,1 kxymno,2|
pvn,p00,rs0|-16snno0,1 vhjeo0,2 6uao0,1 afxc0,2 8a5c0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1|
fqf,go0,jg0,m80|-q3zbqf,1 5h7z2f,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 1leo0,2 97k40,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 tw040,2|
qiu,m80,p00,xc0,uk0,rs0|-q4cl6u,1 5hl2yu,2 qi27w0,3 9eno0,4 9d440,3 9et80,4 9d440,3 9et80,4 9eys0,3 9d6w0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9q000,4 iq5g0,5 5reo0,4 3ljw0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9q000,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 b5uo0,4 7k800,3 b5uo0,4 7k800,3 b5uo0,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 b5uo0,4 7k800,3 b5uo0,4 7k800,3 b5uo0,4 7k800,3 b5uo0,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 b5uo0,4 7k800,3 8ql00,4 1mlho0,5|
of7,p00,rs0,uk0|-oligf7,1 3yqvf7,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
o0y,m80,p00,rs0|-q4cioy,1 5hl0gy,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 5reo0,2 3ljw0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
b89,af5,b40,dw0,go0|-rx5hw9,1 1kybx4,2 5pfyv5,3 qi27w0,4 9et80,3 9d440,4 9et80,3 9d440,4 9et80,3 9eys0,4 9d6w0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9q000,3 iq5g0,2 5reo0,3 3ljw0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9q000,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 1vbzw0,3|
88o,8c0,b40,dw0|-nu148o,1 h4tjwo,2 ckinw0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 iq5g0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 11t180,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2|
-4r4,-5aw,-5k0,-2s0,0,2s0|-18vsdww,1 em124w,2 2bufw0,3 6zxg0,2 66800,3 bq580,2 71s40,3 bq580,2 71s40,3 bq580,2 73ms0,3 bq580,2 71s40,3 bq580,2 1b2g00,3 8so00,2 st1c0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 902o0,2 a2yo0,3 8n400,2 st1c0,3 8n400,2 9d1c0,3 9d1c0,2 sg2o0,3 9d1c0,2 902o0,3 9q000,2 a2yo0,3 8n400,2 9d1c0,3 9d1c0,2 902o0,3 9q000,2 a2yo0,3 b5uo0,2 51hc0,3 bmio0,2 99c00,3 9ew00,2 88ao0,3 25p80,4 5reo0,3 3lpg0,2 779c0,3 1sqk0,4 6uao0,3 38qs0,2 6uao0,3 25p80,4 6hc00,3 38qs0,2 6uao0,3 25p80,4 6hc00,3 38qs0,2 8a5c0,3 9d1c0,2 9d9o0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 8cavo0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9q000,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9q000,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 4olg0,4 4ofw0,5 46000,4 571c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3|3,p,0,0,4 a,p,0,2s0,3
-c06,-986,-b40,-8c0|-rivvzu,1 95jw0,0 a16s0,1 7yyk0,0 5w74c0,2 69z5ru,3 eefw0,2 7x9g0,3 biqk0,2 6udg0,3 c8nw0,2 6hes0,3 c8nw0,2 st440,3 64ak0,2 cyqs0,3 5ed80,2 dbpg0,3 5ed80,2 doo40,3 51ek0,2 doo40,3 51ek0,2 doo40,3 5ed80,2 1xuw40,3 7x3w0,2 94r9g0,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9px80,2 905g0,3 9px80,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 9d440,3 9cyk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3 afuk0,2 8a840,3 afuk0,2 8a840,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2|3,8,0,5k0,3 b,1,0,5k0,2
-2uo,-2s0,0,2s0|-oytbtc,1 ctvupc,2 hhq7s0,3 905g0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,2s0,3 a,p,0,5k0,2
-4cs,-5k0,-2s0|-u9rbs0,1 g06lc0,2 1mn180,1 fpqwc0,2|
-194,0,2s0|-wcehew,1 127keuw,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,2s0,2 a,p,0,5k0,1
-34o,-2s0,0,2s0|-u9rek0,1 2bufw0,2 6zxg0,1 66800,2 bq580,1 71s40,2 bq580,1 71s40,2 bq580,1 73ms0,2 bq580,1 71s40,2 bq580,1 1b2g00,2 8so00,1 st1c0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 902o0,1 a2yo0,2 8n400,1 st1c0,2 8n400,1 9d1c0,2 9d1c0,1 sg2o0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 b5uo0,1 51hc0,2 bmio0,1 99c00,2 9ew00,1 88ao0,2 25p80,3 5reo0,2 3lpg0,1 779c0,2 1sqk0,3 6uao0,2 38qs0,1 6uao0,2 25p80,3 6hc00,2 38qs0,1 6uao0,2 25p80,3 6hc00,2 38qs0,1 8a5c0,2 9d1c0,1 9d9o0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 8cnuc0,3 902o0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d440,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,2s0,3 a,p,0,5k0,2
-6rk,-5k0|-15r12kg,1|
-apo,-b40,-8c0,-5k0|-u63pac,1 dbvxqc,2 8zzw0,1 9q2s0,2 8zzw0,1 a31g0,2 8zzw0,1 9q2s0,2 8zzw0,1 9q2s0,2 8zzw0,1 9q2s0,2 4xp80,1 l1pus0,2 7k580,3 b5rw0,2 77c40,3 biqk0,2 id6s0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 biqk0,1 77c40,2 biqk0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 biqk0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5rw0,1 7kas0,2 b5xg0,1 77c40,2 bvp80,1 6udg0,2 bvp80,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2 bvp80,1 77c40,2 biqk0,1 77c40,2 biqk0,1 77c40,2|
s04,rs0,uk0|-133j5c4,1 bfqds4,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 eeio00,2 64dc0,1 clpc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 8a5c0,1 asw00,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 779c0,1 b5uo0,2 7k800,1 bitc0,2 7k800,1 bitc0,2 779c0,1 bitc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7k800,1 7x6o0,2 asw00,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7k800,1 b5uo0,2 7x6o0,1 asw00,2 7k800,1 b5uo0,2|4,1,0,8c0,1 a,1,0,5k0,2
pnw,p00,qe0,t60|-133j2zw,1 27qdzw,2 97zyu0,3 49pc0,2 cxfk00,3 4h400,2 9d1c0,3 9d1c0,2 9q000,3 902o0,2 eeio00,3 64dc0,2 clpc0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 779c0,2 b5uo0,3 7k800,2 bitc0,3 7k800,2 bitc0,3 779c0,2 bitc0,3 779c0,2 bitc0,3 6hc00,2 c8qo0,3 7k800,2 b5uo0,3 6uao0,2 c8qo0,3 779c0,2 bitc0,3 7k800,2 b5uo0,3 7x6o0,2 asw00,3 7x6o0,2 asw00,3 7x6o0,2 asw00,3 7x6o0,2 b5uo0,3 7k800,2 b5uo0,3 7k800,2 b5uo0,3 7x6o0,2 asw00,3 7x6o0,2 asw00,3 7x6o0,2 b5uo0,3 7k800,2 b5uo0,3 7x6o0,2 asw00,3 7k800,2 b5uo0,3|4,1,0,8c0,2 a,1,0,5k0,3
sc8,rs0,uk0|-1354kc8,1 bhbss8,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 eeio00,2 64dc0,1 97zuo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1|
q70,rs0,p00,qe0,t60|-133j3j0,1 t9nr0,2 1egqs0,3 97zyu0,4 49pc0,3 cxfk00,4 4h400,3 9d1c0,4 9d1c0,3 9q000,4 902o0,3 eeio00,4 64dc0,3 clpc0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6uao0,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 8a5c0,3 asw00,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 779c0,3 b5uo0,4 7k800,3 bitc0,4 7k800,3 bitc0,4 779c0,3 bitc0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 6uao0,3 c8qo0,4 6hc00,3 c8qo0,4 6hc00,3 c8qo0,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 b5uo0,4 7k800,3 b5uo0,4 7k800,3 b5uo0,4 7x6o0,3 asw00,4 7x6o0,3 asw00,4 7x6o0,3 b5uo0,4 7k800,3 b5uo0,4 7x6o0,3 asw00,4 7k800,3 b5uo0,4|4,1,0,8c0,3 a,1,0,5k0,4
ra4,rs0,uk0|-12smja4,1 b03ee4,2 902o0,1 b5uo0,2 6hc00,1 c8qo0,2 6hc00,1 bx2ao0,2 4h400,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 c9tk00,2 9d1c0,1 asw00,2 6uao0,1 bvs00,2 6uao0,1 bvs00,2 779c0,1 bvs00,2 64dc0,1 clpc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 7x6o0,1 b5uo0,2 7k800,1 b5uo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 bvs00,2 7k800,1 bitc0,2 7k800,1 bitc0,2 779c0,1 bitc0,2 779c0,1 bitc0,2 7x6o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 9d1c0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 7x6o0,2 asw00,1 a2yo0,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 902o0,1 9q000,2 9d1c0,1 9d1c0,2 902o0,1|4,1,0,8c0,1 a,1,0,5k0,2
o88,p00,qe0,t60|-133j1k8,1 27qck8,2 97zyu0,3 49pc0,2 cxfk00,3 4h400,2 9d1c0,3 9d1c0,2 9q000,3 902o0,2|
nv4,ob0,r30|-12nxx74,1 b05944,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 gheyo0,2 6hc00,1 4ir9c0,2 6hc00,1 40r400,2 5eg00,1 7p9hc0,2 5reo0,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1|
tgk,rs0,t60,vy0,uk0|-133j6sk,1 18x8f0k,2 c8uu0,3 6u7w0,2 c8tg0,3 6h980,2 c8tg0,3 6h980,2 c8tg0,3 6h980,2 c8tg0,4 777y0,2 b5w20,4 7k6m0,2 biuq0,4 7k6m0,2 biuq0,4 777y0,2 biuq0,4 6ham0,2 c8s20,4 6ham0,2 c8s20,4 6ham0,2 c8s20,4 6u9a0,2 c8s20,4 6ham0,2 c8s20,4 6ham0,2 c8s20,4 7x5a0,2 asxe0,4 7x5a0,2 asxe0,4 7x5a0,2 asxe0,4 7x5a0,2 b5w20,4 7k6m0,2 7x820,4 asum0,2 b5w20,4 7x5a0,2 asxe0,4 7x5a0,2 asxe0,4 7x5a0,2 b5w20,4 7k6m0,2 b5w20,4 7x5a0,2 asxe0,4 7k6m0,2 b5w20,4|4,1,0,5k0,2 a,1,0,5k0,4
rl8,rs0,uk0|-1354jl8,1 bhbs18,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 eeio00,2 64dc0,1 97zuo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1|
qug,rs0,uk0|-133j46g,1 bfqcmg,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 eeio00,2 64dc0,1 clpc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 779c0,1 b5uo0,2 7k800,1 b5uo0,2 7x6o0,1 bitc0,2 779c0,1 bitc0,2 779c0,1 bitc0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6uao0,1 c8qo0,2 6hc00,1 c8qo0,2 7k800,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7k800,1 7x6o0,2 asw00,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1 asw00,2 7x6o0,1 b5uo0,2 7k800,1 b5uo0,2 7x6o0,1 asw00,2 7k800,1 b5uo0,2|4,1,0,8c0,1 a,1,0,5k0,2
lgc,m80,p00|-12nxusc,1 b058sc,2 49pc0,1 cxfk00,2 4h400,1 9d1c0,2 9d1c0,1 gheyo0,2 6hc00,1 4ir9c0,2 6hc00,1 40r400,2 5eg00,1 7p9hc0,2 5reo0,1 b5uo0,2 7x6o0,1 asw00,2 7x6o0,1|
t6,0,2s0,5k0|-14j9c00,1 br3hc0,2 rrx80,3 7vc00,2 a4yw0,3 7x6o0,2 asw00,3 7x6o0,2 2wh40,1 5omo0,2 b5uo0,1 6uao0,2 cyo00,1 7ayo0,2 bko00,1 7rmo0,2 a2yo0,1 a2yo0,2 8n400,1 902o0,2 9q000,1 9d1c0,2 9d1c0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 90b00,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 a2yo0,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 b5uo0,1 51hc0,2 4deo0,3 1a36k0,2 7k800,3 9q000,2 9d1c0,3 8l9c0,2 a4tc0,3 8l9c0,2 clpc0,3 79400,2 fwu800,3 902o0,2 9q000,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 902o0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
-k94,-jg0,-go0,-dw0|-jhfaew,1 ivmeuw,2 7k580,1 c8tg0,2 6h980,1 a31g0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 ag040,2 8a2k0,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 b5xg0,2 7k580,1 b5xg0,2 7k580,1 b5xg0,2 7x3w0,1 asys0,2 iq2o0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 9cyk0,2 9d440,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 9q2s0,3 8zzw0,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 8n180,2 a31g0,3 7x3w0,2 a31g0,3 9px80,2 9q2s0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7k580,2 b5xg0,3 7x3w0,2 asys0,3 7x3w0,2 asys0,3 7x3w0,2 b5xg0,3 7k580,2 b5xg0,3 8n180,2 a31g0,3 7x3w0,2 asys0,3 8zzw0,2 9q2s0,3 ast80,2 5eis0,3 cyl80,2 6hes0,3 c8nw0,2 6udg0,3 bvp80,2 6udg0,3 vonw0,2 4olg0,3 e1h80,2 4olg0,3 e1h80,2 4olg0,3 c8nw0,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 7x9g0,3 ast80,2 8a840,3|4,1,6,1p40,2 9,1,6,1p40,3
4e4,5k0,8c0,2s0|-rvv0cg,1 8bjasg,2 2vmk0,1 4hiw40,2 16ik0,1 scog0,3 7lx40,1 9o2k0,3 9eys0,1 4atzw0,2 6djw0,1 bplus0,2 bq800,1 71uw0,2 9d1c0,1 902o0,2 91xc0,1 9o5c0,2 905g0,1 9qgo0,2 9akg0,1 9iik0,2 99980,1 9dcg0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,8c0,2 a,p,0,b40,1
-169,1lr,0,2s0|-rzcmlr,1 6uao0,2 9pytr,3 8c000,2 9o5c0,3 9ruo0,2 9b6o0,3 9ew00,2 9b6o0,3 auqo0,2 88ao0,3 9ew00,2 8y800,3 a2yo0,2 a2yo0,3 7k800,2 asw00,3 8a5c0,2 asw00,3 8n400,2 a2yo0,3 8n400,2 9q000,3 902o0,2 afxc0,3 8n400,2 a2yo0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 9q000,3 9d1c0,2 a2yo0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 b5uo0,2 51hc0,3 3g8800,2 8a5c0,3 bvs00,2 8n400,3 a2yo0,2 7x6o0,3 asw00,2 8n400,3 9q000,2 902o0,3 9q000,2 9d1c0,3 9q000,2 902o0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 8n400,2 afxc0,3 8n400,2 9q000,3 902o0,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 9q000,3 902o0,2 902o0,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 bitc0,2 5reo0,3 1xhuo0,2 779c0,3 bitc0,2 779c0,3 bitc0,2 779c0,3 bitc0,2 779c0,3 bitc0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 bitc0,2 779c0,3 bitc0,2 779c0,3 bitc0,2 7x3w0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2|3,p,0,2s0,3 a,p,0,5k0,2
0||
-2s0||
-rs0||
-uk0||
-xc0||
-5k0||
-8c0||
-b40||
-dw0||
-go0||
-jg0||
-m80||
-p00||
2s0||
rs0||
uk0||
xc0||
1040||
12w0||
5k0||
8c0||
b40||
dw0||
go0||
jg0||
m80||
p00||
a4,0,2s0,5k0|-100edm4,1 nvgqy4,2 k3ctg0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
8wc,8c0,b40,dw0|-nu2zkc,1 37bv8c,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9q000,1 9d1c0,2 s3400,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 qnc40,2|
-23,0,2s0,5k0|-1rprx9x,1 zqf9hx,2 6uao0,1 9q000,2 8c000,1 9o5c0,2 9ruo0,1 9b6o0,2 9ew00,1 9b6o0,2 auqo0,1 88ao0,2 9ew00,1 8y800,2 a2yo0,1 a2yo0,2 7k800,1 asw00,2 8a5c0,1 asw00,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 afxc0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 9d1c0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 b5uo0,1 51hc0,2 mbmk0,3 51hc0,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 bvs00,3 8n400,2 a4tc0,3 5clc0,2 4bms0,1 9q000,2 902o0,1 8a5c0,2 1frw0,3 64dc0,2 4bms0,1 6uao0,2 bvs00,1 7x6o0,2 asw00,1 8n400,2 9q000,1 902o0,2 9q000,1 9d1c0,2 9q000,1 902o0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 afxc0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 902o0,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 bitc0,1 5reo0,2 1xhuo0,1 779c0,2 bitc0,1 779c0,2 bitc0,1 779c0,2 bitc0,1 779c0,2 bitc0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 bitc0,1 779c0,2 bitc0,1 779c0,2 bitc0,1 7x3w0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1|3,p,0,2s0,2 a,p,0,5k0,1
3so,2s0,5k0|-18vsmgo,1 twhnko,2 swz00,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 b7pc0,2 6qlc0,1 jl1hc0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
2o8,2s0,5k0,0|-14u7uo8,1 cttug8,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 7x6o0,1 b8qdc0,2 1cm000,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 b5uo0,2 7vc00,1 2vs40,3 4bk00,1 2vmk0,2 8n400,1 a2yo0,2 8n400,1 9o5c0,2 91xc0,1 fe6000,2 9d1c0,1 9q000,2 902o0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
4u0,5k0,8c0|-k29zi0,1 fj8m0,2 6w5c0,1 9d1c0,2 9d1c0,1 9q000,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 kp0dc0,2 6h980,1 9q000,2 905g0,1 9d6w0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9cvs0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 ast80,1|3,p,0,8c0,2 a,p,0,b40,1
3j8,2s0,5k0|-15bee78,1 db0dz8,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 7x6o0,1 auqo0,2 7vc00,1 afxc0,2 8n400,1 aq1x00,2 thcc0,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 awd00,2 9eys0,1 7pxk0,2 9rrw0,1 9b9g0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 2f4vs0,2 6u7w0,1 bw0c0,2 6uao0,1 clpc0,2 64dc0,1 clpc0,2 64dc0,1 br3bs0,2 902o0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d6w0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
1kw,1dm,2s0,5k0|-1os49kw,1 lc05ja,2 ohmxdm,3 7x6o0,2 asw00,3 7x6o0,2 k2zus0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
5c8,5bo,4u0,5k0,8c0,2s0,b40|-1ayy808,1 jw96ok,2 70f1to,3 fj8m0,4 6w5c0,3 9d1c0,4 9d1c0,3 9q000,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 geqo0,4 ha580,3 oc8g0,5 7k800,3 9q000,5 9d1c0,3 7cl00,4 j3pbw0,6 9et80,4 9d440,6 9et80,4 9d440,6 9et80,4 9eys0,6 9d6w0,4 9d1c0,6 9d1c0,4 9d1c0,6 9d1c0,4 9d1c0,6 9d1c0,4 9d1c0,6 9d1c0,4 9d1c0,6 9d1c0,4 9d1c0,6 25p80,4 7kdk0,3 9d1c0,4 9d1c0,3 9cvs0,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 9d440,4 9cyk0,3 9q2s0,4 ast80,3 7xf00,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3 7k800,4 b5uo0,3 7k800,4 b5uo0,3 7x6o0,4 asw00,3 7x6o0,4 asw00,3 7x6o0,4 b5uo0,3|3,p,0,8c0,4 a,p,0,b40,3
-zo,0,2s0,5k0|-1anxr0c,1 iol38c,2 6uao0,1 9q000,2 8c000,1 9o5c0,2 9ruo0,1 9b6o0,2 9ew00,1 9b6o0,2 auqo0,1 88ao0,2 9ew00,1 8y800,2 a2yo0,1 a2yo0,2 7k800,1 asw00,2 8a5c0,1 asw00,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 afxc0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 9d1c0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 b5uo0,1 51hc0,2 mbmk0,3 51hc0,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 bvs00,3 8n400,2 a4tc0,3 5clc0,2 4bms0,1 9q000,2 902o0,1 8a5c0,2 1frw0,3 64dc0,2 4bms0,1 6uao0,2 bvs00,1 7x6o0,2 asw00,1 8n400,2 9q000,1 902o0,2 9q000,1 9d1c0,2 9q000,1 902o0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 afxc0,2 8n400,1 9q000,2 d0tp80,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
4md,5k0,8c0|-peghyd,1 ax3tqd,2 9gqo0,1 k31s80,2 9d1c0,1 9d1c0,2 9d1c0,1 9d440,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,8c0,2 a,p,0,b40,1
3so,2s0,5k0,8c0,b40|-14212go,1 c1n28o,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 7x6o0,1 b8qdc0,2 1cm000,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 1dro0,3 9kd80,2 82tg0,3 i9avw0,4 9et80,3 9d440,4 9et80,3 9d440,4 9et80,3 9eys0,4 9d6w0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 iq5g0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 1vbzw0,2|
5ng,5k0,8c0,2s0,b40|-nu11ng,1 37a03g,2 5vd6k0,1 kzv40,3 7k800,1 9q000,3 1oyg0,2 jipzs0,4 9et80,2 9d440,4 9et80,2 9d440,4 9et80,2 9eys0,4 9d6w0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 51ek0,2 neqw0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2|3,p,0,8c0,2 a,p,0,b40,1
97c,8c0,b40,dw0|-qcx400,1 5q5zo0,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9q000,1 9d1c0,2 s3400,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1|
-1p9,0,2s0,5k0|-u9rhc0,1 2bufw0,2 6zxg0,1 66800,2 bq580,1 71s40,2 bq580,1 71s40,2 bq580,1 73ms0,2 bq580,1 71s40,2 bq580,1 1b2g00,2 8so00,1 st1c0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 902o0,1 a2yo0,2 8n400,1 st1c0,2 8n400,1 9d1c0,2 9d1c0,1 sg2o0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 b5uo0,1 51hc0,2 bmio0,1 99c00,2 9ew00,1 88ao0,2 25p80,3 5reo0,2 3lpg0,1 779c0,2 1sqk0,3 6uao0,2 38qs0,1 6uao0,2 25p80,3 6hc00,2 38qs0,1 6uao0,2 25p80,3 6hc00,2 38qs0,1 8a5c0,2 9d1c0,1 9d9o0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 5gyl40,1 9d1c0,2 9d1c0,1 9q2s0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 9cyk0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d440,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 iq2o0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,2s0,2 a,p,0,5k0,1
-ok,0,2s0,5k0|-100edc0,1 90sik0,2 8yas0,1 9cyk0,2 9eys0,1 2d2vw0,2 8sqs0,1 ssyk0,2 8n6s0,1 9px80,2 905g0,1 a2yo0,2 902o0,1 a2vw0,2 8n6s0,1 40lh80,2 5k2s0,1 9cyk0,2 1frw0,3 7z1c0,2 j1c80,1 8a2k0,2 13yt80,3 685g0,2 brzw0,3 8n6s0,2 a2vw0,3 8n6s0,2 a2vw0,3 8n6s0,2 a2vw0,3 8n6s0,2 1clx80,3 7x9g0,2 cswik0,3 905g0,2 9px80,3 905g0,2 8zzw0,3 9d440,2 9px80,3 905g0,2 9q5k0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 902o0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
2os,2s0,5k0|-13qyw0s,1 bsbx8s,2 64ak0,1 9d440,2 9et80,1 88dg0,2 aunw0,1 7ig40,2 b5rw0,1 8n6s0,2 9cyk0,1 aau2s0,2 18r9k0,1 7k800,2 9q000,1 9b6o0,2 8n400,1 a4tc0,2 8j940,1 9f1k0,2 afxc0,1 89zs0,2 afxc0,1 7kdk0,2 b5uo0,1 979rs0,2 6h980,1 cls40,2 64dc0,1 clpc0,2 64dc0,1 cyo00,2 64dc0,1 clpc0,2 64dc0,1 c8qo0,2 6hc00,1 clpc0,2 6hc00,1 9b6o0,2 9d1c0,1 ahs00,2 7m2o0,1 b45k0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 asys0,2 7x3w0,1 a4w40,2 8y580,1 9q2s0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
53s,53c,5k0,8c0,2s0,b40|-1ayy7rs,1 n4x6og,2 379zjc,3 5r1mk0,2 pbf40,4 7k800,2 9q000,4 9d1c0,2 4oac0,3 j6dmk0,5 9et80,3 9d440,5 9et80,3 9d440,5 9et80,3 9eys0,5 9d6w0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 11t6s0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3|
fl,0,2s0,5k0|-uozn3l,1 2qx1nl,2 5luo0,1 8y800,2 a4tc0,1 7vc00,2 auqo0,1 7idc0,2 b7pc0,1 6sg00,2 cyo00,1 7ayo0,2 bko00,1 7rmo0,2 a2yo0,1 bvs00,2 6uao0,1 902o0,2 9q000,1 9d1c0,2 9d1c0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 902o0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 a2yo0,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 8n400,1 9d1c0,2 9d1c0,1 902o0,2 9q000,1 a2yo0,2 b5uo0,1 51po0,2 5p8w0,3 18rcc0,2 7k800,3 9q000,2 9d1c0,3 9nzs0,2 922w0,3 8l9c0,2 fxlx80,3 9cyk0,2 9q5k0,3 902o0,2 9q000,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 902o0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2|3,p,0,5k0,3 a,p,0,8c0,2
6yh,707,9s7,ck7,b40,8c0,dw0,5k0|-rx5dmh,1 ipzua,2 97hc0,1 7yyk0,3 5i840,2 d9p80,3 1jwk7,4 2cvk0,5 s8o00,4 1qvw0,6 8fpc0,4 1jms0,5 is040,7 412as0,5 qi27w0,4 9et80,5 9d440,4 9et80,5 9d440,4 9et80,5 9eys0,4 9d6w0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9q000,5 iq5g0,7 5reo0,5 3ljw0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9q000,4 asw00,5 7x6o0,4 asw00,5 7x6o0,4 asw00,5 7x6o0,4 b5uo0,5 7k800,4 b5uo0,5 7k800,4 b5uo0,5 7x6o0,4 asw00,5 7x6o0,4 asw00,5 7x6o0,4 b5uo0,5 7k800,4 b5uo0,5 7k800,4 b5uo0,5 7k800,4 b5uo0,5 7x6o0,4 asw00,5 7x6o0,4 asw00,5 7x6o0,4 b5uo0,5 7k800,4 1vbzw0,5|
4gy,78y,5k0,8c0,2s0,b40|-qznlky,1 7x6o0,0 a4tc0,1 2mg00,0 3myns0,2 7fhlky,3 gz180,2 p5v40,4 7k800,2 9q000,4 9d1c0,2 9d1c0,4 k7s0,3 j14ns0,5 9et80,3 9d440,5 9et80,3 9d440,5 9et80,3 9eys0,5 9d6w0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 iq5g0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 9d1c0,2|3,p,0,8c0,3 a,p,0,b40,2
2b8,2s0,5k0|-13r0qs0,1 bsds00,2 64ak0,1 9d440,2 9et80,1 88dg0,2 aunw0,1 7ig40,2 b5rw0,1 8n6s0,2 9cyk0,1 aau2s0,2 18r9k0,1 7k800,2 9q000,1 9d1c0,2 8l9c0,1 a4tc0,2 8j940,1 9f1k0,2 afxc0,1 89zs0,2 afxc0,1 7kdk0,2 b5uo0,1 979rs0,2 6h980,1 cls40,2 64dc0,1 clpc0,2 64dc0,1 cyo00,2 64dc0,1 clpc0,2 64dc0,1 c8qo0,2 6hc00,1 clpc0,2 6hc00,1 clpc0,2 64dc0,1 c8qo0,2 6hc00,1 clpc0,2 64dc0,1 clpc0,2 64dc0,1 c8qo0,2 6hc00,1 clpc0,2 6hc00,1 c8qo0,2 6hc00,1 9q5k0,2 902o0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
99w,8c0,b40,dw0|-qcx400,1 5q5zo0,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9q000,1 jt1g0,2 89zs0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 j3440,1 7k800,2|
8j6,8c0,b40,dw0|-qcx400,1 5q5zo0,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 s3400,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 13m040,2|
6bc,6ao,5k0,8c0,2s0,b40|-1ayy8zc,1 n4x6oo,2 37a0qo,3 5xiyk0,2 iu340,4 7k800,2 9q000,4 9d1c0,2 iac0,3 jajmk0,5 9et80,3 9d440,5 9et80,3 9d440,5 9et80,3 9eys0,5 9d6w0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 9d1c0,5 9d1c0,3 eeio0,2 wrpg0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 1sl00,5 7kdk0,3 9d1c0,5 9d1c0,3 9pug0,5 at4c0,3 iq5g0,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3 b5uo0,2 7k800,3 b5uo0,2 7k800,3 b5uo0,2 7x6o0,3 asw00,2 7x3w0,5 asqg0,3|
4bg,5ew,5k0,2s0,8c0|-1ayy6zg,1 7s708k,2 p0d6uw,3 7k800,2 9q000,3 9d1c0,2 9d1c0,3 9d440,2 hqq240,4 9eys0,2 9o2k0,4 92040,2 9o2k0,4 90880,2 9pug0,4 90b00,2 9d1c0,4 9d1c0,2 9d1c0,4 9q000,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9d1c0,2 9d1c0,4 9q000,2 9cvs0,4 9cyk0,2 9d440,4 9cyk0,2 9d440,4 9cyk0,2 9d440,4 9cyk0,2 9d440,4 9cyk0,2 9q2s0,4 ast80,2|3,p,0,8c0,4 a,p,0,b40,2
4l0,2s0,5k0,8c0,b40|-r3exx0,1 3re10,2 7x6o0,1 et6g0,0 ygov0,2 a1zgd0,3 ktx80,2 l94g0,1 7k800,2 9q000,1 9d1c0,2 8uac0,3 j27mk0,4 9et80,3 9d440,4 9et80,3 9d440,4 9et80,3 9eys0,4 9d6w0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 9d1c0,4 9d1c0,3 iq5g0,2 9d1c0,3 9q000,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9q000,3 asw00,2 7x6o0,3 asw00,2 7x6o0,3|3,p,0,8c0,3 a,p,0,b40,2
3o8,2s0,5k0|-t85vo8,1 dt2gw8,2 18pew0,1 7k800,2 m800,1 g7ot40,2 7rjw0,1 autg0,2 7x3w0,1 ayis0,2 7x3w0,1 b5xg0,2 7k580,1 b42s0,2 7lzw0,1 b42s0,2 7lzw0,1 b42s0,2 7x3w0,1 ahus0,2 7x3w0,1 b5xg0,2 7x3w0,1 a4w40,2 8jbw0,1 9eys0,2 9d6w0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
8yo,8c0,b40,dw0,5k0|-qcx400,1 5q5zo0,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9q000,1 iq5g0,4 5reo0,1 3ljw0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 qnc40,2|
30x,2s0,5k0|-14211ox,1 c1n1gx,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 7x6o0,1 t6000,2 8a5c0,1 a7a800,2 1cm000,1 7k800,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 iio0,1 ivmo0,2 91xc0,1 9b6o0,2 9d1c0,1 a2yo0,2 8n400,1 gfyyg0,2 8zzw0,1 9d9o0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
4os,3w0,4fc,2s0,5k0,8c0,b40|-1ayy7cs,1 jb5y4s,2 1g224o,3 e75nc,4 4kqk0,3 acbs40,5 gpp40,4 pits0,3 7k800,4 9q000,3 9d1c0,4 65zo0,5 j4vx80,6 9et80,5 9d440,6 9et80,5 9d440,6 9et80,5 9eys0,6 9d6w0,5 9d1c0,6 9d1c0,5 9d1c0,6 9d1c0,5 9d1c0,6 9d1c0,5 9d1c0,6 9d1c0,5 iq5g0,4 9d1c0,5 9q000,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9d1c0,5 9d1c0,4 9q000,5 asw00,4 7x6o0,5 asw00,4 iq5g0,3 7x6o0,4|3,p,0,8c0,5 a,p,0,b40,4
884,8c0,b40,dw0|-q3cw84,1 5glrw4,2 qi27w0,3 9et80,2 9d440,3 9et80,2 9d440,3 9et80,2 9eys0,3 9d6w0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 9d1c0,3 9d1c0,2 iq5g0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 s3400,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7k800,2 b5uo0,1 7x6o0,2 asw00,1 7x6o0,2 asw00,1 7x6o0,2 b5uo0,1 7k800,2 1vbzw0,1 239c40,2 14oqk0,1|
3w0,2s0,5k0,8c0|-se9yk0,1 dvyc0,2 7ves0,1 a4yw0,2 7x6o0,1 asw00,2 iruk0,3 7x6o0,2 1evbs0,1 9fcwc0,2 18cao0,1 7k800,2 9q000,1 9d1c0,2 9gnw0,1 an980,2 9kd80,1 8fs40,2 922w0,1 ar1c0,2 7x6o0,1 a2yo0,2 8n400,1 9q000,2 902o0,1 4013w0,2 64dc0,1 9d1c0,2 9d1c0,1 clpc0,2 6hc00,1 9d1c0,2 9d1c0,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 c8qo0,2 6hc00,1 clpc0,2 64dc0,1 6j4tc0,2 902o0,1 9q000,2 9d1c0,1 9d1c0,2 9d1c0,1 9q000,2 902o0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d440,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9q000,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1 9d1c0,2 9d1c0,1|3,p,0,5k0,2 a,p,0,8c0,1
-t8e,-t60,-qe0,-rs0|-12lnw3m,1 jgnatm,2 13l00,1 4jvb00,2 1wd180,1 votg0,3|
des,dw0,go0|-wvpc2s,1 1ag64us,2|
dm0,dw0|-57x6y0,1|
anc,b40,dw0|-wvp9bc,1 13jnu7c,2 8bx80,1 dd0wc0,2 7x3w0,1|
uzk,uk0,rs0,p00,-xc0,xc0|-100f8bk,1 ise0fk,2 27sas0,3 1hjus0,1 ddxug0,4 cgv6k0,5|
xz0,y10,zf0,1270|-1gsp0n0,1 149qqm0,2 f1tq90,3 5reo0,2 clpc0,3 6uao0,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6hc00,2 c8qo0,3 6uao0,2 c8qo0,3 6hc00,2 b5uo0,3 8a5c0,2 afxc0,3 8a5c0,2 afxc0,3 8a5c0,2 afxc0,3 8n400,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 afxc0,3 8a5c0,2 afxc0,3 8a5c0,2 afxc0,3 8n400,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 afxc0,3 8a5c0,2 afxc0,3 8a5c0,2 afxc0,3 8n400,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2 a2yo0,3 8n400,2|4,1,0,af0,2 9,o,0,7n0,3
yv4,-vsw,-vy0,-uk0,-rs0,12w0,1040|-14fxxj4,1 9nfeo0,2 kcrmt4,3 vp3la0,4 9odo0,3 902o0,4 4zbk0,5 4qog0,6 9d1c0,5 9q000,6 902o0,5 9q000,6 902o0,5 9q000,6 902o0,5 9q000,6 902o0,5 9q000,6 902o0,5 9q000,6 9d1c0,5 9q000,6 902o0,5 9q000,6 902o0,5 9q000,6|
st4,r8w,rs0,p00,uk0|-1ayyvh4,1 7tuc88,2 osc24w,3 1n05g0,2 1071c40,4|
v64,uk0,xc0|-u964i4,1 wbu364,2 51hc0,1 4y8qs0,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 8zzw0,1 9q2s0,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9d440,2 9cyk0,1 9q2s0,2 64ak0,1 e1ms0,2 4ofw0,1|
0,-xc0,-uk0,1040|-gvk800,1 lypqo0,2 7yiqk0,3|
-vpk,-uk0,1040|-100dhmg,1 1lxe1ig,2|
x4w,xc0,1040|-sa2x4w,1 17bs00w,2 64dc0,1 cyo00,2 5reo0,1 53a5c0,2 64dc0,1 asw00,2 6uao0,1 bvs00,2 4oio0,1 e1k00,2 4oio0,1 eeio0,2 4bh80,1 erk40,2 3ylc0,1 erhc0,2 3ylc0,1 f4g00,2 3lmo0,1 f4g00,2 3lmo0,1 f4g00,2 3lmo0,1 fheo0,2 38o00,1 hn6o0,2 1fuo0,1|
w1g,xc0|-100f9dg,1|
-glc,-dw0,-go0|-kcr62o,1 spdryo,2 3lsas0,1 3jp80,2|
-ozo,-p00|-tvndoc,1|
tmc,uk0|-tvowac,1|
-13v0,qt0,rs0,p00,uk0|-1t8j1h0,1 t83xc0,2 ld6pp0,3 1dl9g0,2 7s1k40,4 txp80,2 3frms0,4 qdrpo,2 7kgac,4 3ljw0,2 c8tg0,4 6u7w0,2 bvus0,4 6u7w0,2 16uo40,4 3ljw0,2 16aas0,4 4ivxo,2 cls2c,4 6h980,2|
-t4w,-tmo,-rs0,12w0|-100dk74,1 153iz5s,2 7yirhc,3|
-10hg,u6k,uk0,p00,rs0,xc0|-1t8j4uk,1 t83xc0,2 76a4yk,3 29hhk0,2 9cmd40,4 27sas0,3 29fk40,2 cm2540,5 f9l3w0,2|
-pu0,-qe0|-tvncu0,1|
z20,-vm0,-uk0|-14fxxq0,1 9nfeo0,2|
uws,vy0,p00,xc0|-pjxiws,1 ba66ys,2 1kwca0,1 hfzda0,3|
-vgs,-vhc,-uk0|-8zbv78,1 63yiok,2|
v3s,v40,vy0,yq0,uk0,xc0|-100f8fs,1 q3eins,2 cfj8q0,3 6hc00,2 l6nk00,4|4,1,0,8c0,4 a,1,0,5k0,5
uto,uk0,xc0|-u9645o,1 ye0ixo,2 4dbw0,1 ecqs0,2 4f6k0,1 99p700,2 4oio0,1|
-15rg,owk,p00|-1t8izkk,1 t83xc0,2|
-o38,-nm0,-m80|-100dp8s,1 1esg26s,2|
112w,-tl4,-t60,-qe0,-rs0|-10jifqw,1 rk6io0,2 dlv68w,3 5rbw0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6u9a0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6u9a0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4 c8s20,3 6ham0,4|
-rp4,-rs0|-tvnayw,1|
y80,y9c,1040,12w0|-corjk0,1 7znjyo,2 k8amdc,3 8fpc0,2 bvs00,3 4bh80,2 eelg0,3 4bh80,2 7pmis0,3 3lmo0,2|
`.trim().split('\n');
